"""The example that ends the help of every command."""

from __future__ import annotations

__all__ = ["example"]


def example(*commands: str) -> str:
    """Return an epilog for click that shows `commands`, one per line and never re-wrapped."""
    return "\b\nExample:\n" + "\n".join(f"  {command}" for command in commands)
