"""The pipeline: recorded versions in, permanent records out."""

from conductatlas.records.pipeline.pipeline import Pipeline, Tally
from conductatlas.records.pipeline.recorded import RecordedText

__all__ = ["Pipeline", "RecordedText", "Tally"]
