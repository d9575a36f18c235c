"""Changes: what one version of a text did to the one before it, provision by provision."""

from conductatlas.changes.alignment import Alignment, Edge, align
from conductatlas.changes.comparison import METHOD, Step, begin, compare, compare_states, judged_text, step
from conductatlas.changes.failure import capture_failure
from conductatlas.changes.redline import Segment, SegmentKind, redline
from conductatlas.changes.summary import Told, gravest_severity, summarise, summarise_item, told
from conductatlas.changes.tracking import (
    ChangeKind,
    Dormant,
    Followed,
    JudgedText,
    Standing,
    is_same_provision,
    standing,
)
from conductatlas.changes.verdict import Verdict

__all__ = [
    "METHOD",
    "Alignment",
    "ChangeKind",
    "Dormant",
    "Edge",
    "Followed",
    "JudgedText",
    "Segment",
    "SegmentKind",
    "Standing",
    "Step",
    "Told",
    "Verdict",
    "align",
    "begin",
    "capture_failure",
    "compare",
    "compare_states",
    "gravest_severity",
    "is_same_provision",
    "judged_text",
    "redline",
    "standing",
    "step",
    "summarise",
    "summarise_item",
    "told",
]
