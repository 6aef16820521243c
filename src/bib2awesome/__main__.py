"""Run `bib2awesome` as a module: `python -m bib2awesome`."""

from __future__ import annotations

from bib2awesome.cli.main import main

if __name__ == "__main__":
    main()
