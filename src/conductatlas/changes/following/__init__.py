"""One provision through the versions of a document."""
