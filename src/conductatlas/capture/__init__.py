"""Capture: pages fetched as declared, and read into text or a named failure."""

from conductatlas.capture.fetched import Fetched

__all__ = ["Fetched"]
