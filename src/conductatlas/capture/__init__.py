"""Capture: from an address to a text: declarations, extraction, and what stands in for a document."""
