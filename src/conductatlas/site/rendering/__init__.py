"""Rendering: texts of others to safe HTML, and figures to SVG. Everything that comes out is escaped."""
