"""Monitoring: what people watch, and telling them of it once, by the way they chose."""
