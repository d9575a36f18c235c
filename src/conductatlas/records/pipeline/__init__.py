"""The pipeline: recorded versions in, permanent records out."""

from conductatlas.records.pipeline.pipeline import Pipeline, Tally

__all__ = ["Pipeline", "Tally"]
