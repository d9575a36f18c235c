"""The command line: `conductatlas COMMAND …`."""

from conductatlas.commands.main import main

__all__ = ["main"]
