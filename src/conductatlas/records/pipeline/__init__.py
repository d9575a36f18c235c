"""The pipeline: recorded versions in, permanent records out."""

from conductatlas.records.pipeline.pipeline import Pipeline, Tally
from conductatlas.records.pipeline.recorded import RecordedText
from conductatlas.records.workers import WorkerLostError

__all__ = ["Pipeline", "RecordedText", "Tally", "WorkerLostError"]
