"""Changes: what one version of a text did to the one before it, provision by provision."""

from conductatlas.changes.alignment import Alignment, Edge, align
from conductatlas.changes.comparison import METHOD, Step, begin, compare, compare_states, judged_text, step
from conductatlas.changes.confirmation import FAILURE_STANDS_FOR, STANDS_FOR, comes_and_goes, is_nearer
from conductatlas.changes.effective import new_effective_date, notice
from conductatlas.changes.failure import capture_failure, other_language
from conductatlas.changes.first_text import FirstText, Stated, first_text, first_text_elsewhere, stated
from conductatlas.changes.matching import is_same_provision
from conductatlas.changes.meaning import Meaning, meaning, meanings
from conductatlas.changes.redline import Segment, SegmentKind, beginning, condensed, redline
from conductatlas.changes.restated import is_stated_by
from conductatlas.changes.shifts import Direction, Shift, overall, turns_on
from conductatlas.changes.standing import ChangeKind, Dormant, Followed, JudgedText, Standing, standing
from conductatlas.changes.summary import Told, direction_of, explain, gravest_severity, summarise, summarise_item, tell
from conductatlas.changes.verdict import Verdict

__all__ = [
    "FAILURE_STANDS_FOR",
    "METHOD",
    "STANDS_FOR",
    "Alignment",
    "ChangeKind",
    "Direction",
    "Dormant",
    "Edge",
    "FirstText",
    "Followed",
    "JudgedText",
    "Meaning",
    "Segment",
    "SegmentKind",
    "Shift",
    "Standing",
    "Stated",
    "Step",
    "Told",
    "Verdict",
    "align",
    "begin",
    "beginning",
    "capture_failure",
    "comes_and_goes",
    "compare",
    "compare_states",
    "condensed",
    "direction_of",
    "explain",
    "first_text",
    "first_text_elsewhere",
    "gravest_severity",
    "is_nearer",
    "is_same_provision",
    "is_stated_by",
    "judged_text",
    "meaning",
    "meanings",
    "new_effective_date",
    "notice",
    "other_language",
    "overall",
    "redline",
    "standing",
    "stated",
    "step",
    "summarise",
    "summarise_item",
    "tell",
    "turns_on",
]
