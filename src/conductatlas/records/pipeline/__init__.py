"""The pipeline: recorded versions in, permanent records out."""

from conductatlas.records.pipeline.pipeline import Pipeline
from conductatlas.records.pipeline.tally import Tally
from conductatlas.records.workers import WorkerLostError

__all__ = ["Pipeline", "Tally", "WorkerLostError"]
