"""Lets `python -m bib2awesome` be `bib2awesome`."""

from __future__ import annotations

import sys

from bib2awesome.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
