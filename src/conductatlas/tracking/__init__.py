"""Live capture: declared documents are looked at on a schedule, and what was seen is recorded."""
