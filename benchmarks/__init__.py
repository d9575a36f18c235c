"""Measurements against a stated reference, taken in the same run."""
