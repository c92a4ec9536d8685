"""From an annotated report to its attributions and claims."""

from reportedly.extract.claims import extract

__all__ = ["extract"]
