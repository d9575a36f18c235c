"""Exchange: archives of others in, and later our own out."""

from conductatlas.exchange.archive import Archive, ArchiveError, open_archive
from conductatlas.exchange.ota import list_services, read_history

__all__ = ["Archive", "ArchiveError", "list_services", "open_archive", "read_history"]
