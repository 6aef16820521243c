"""Where `bib2awesome` and `python -m bib2awesome` start."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> int:
    """Run the command line and return its exit code."""
    try:
        from bib2awesome.cli.main import main as run  # noqa: PLC0415 - loading it can be interrupted

        return run()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
