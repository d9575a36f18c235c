"""The sample archive: invented platforms with documents and histories, all written by us."""

from conductatlas.sample.archive_builder import BuiltArchive, build_archive
from conductatlas.sample.histories import SampleError

__all__ = ["BuiltArchive", "SampleError", "build_archive"]
