"""An independent record of what online platforms' governance documents say, and of how each provision changes."""

__version__ = "0.1.0"
