"""What can be wrong with an input."""


class ReadingError(Exception):
    """An input that can't be read; the message is one line that names what and where."""
