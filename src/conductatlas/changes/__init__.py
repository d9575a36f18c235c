"""Changes: what one version of a text did to the one before it, provision by provision."""

from conductatlas.changes.aligning.alignment import Alignment, Edge, align, words_that_differ
from conductatlas.changes.aligning.kept import KeptText, kept_text
from conductatlas.changes.aligning.nearness import Passages, goes_on_in, passages, stands_nearly_in
from conductatlas.changes.aligning.next_to import is_said_next_to
from conductatlas.changes.aligning.pair import Pair
from conductatlas.changes.aligning.restated import have_little_in_common, is_stated_by
from conductatlas.changes.captures.confirmation import FAILURE_STANDS_FOR, STANDS_FOR, comes_and_goes, is_nearer
from conductatlas.changes.captures.editions import tells_of_another
from conductatlas.changes.captures.effective import condition_of, dates_moved, new_effective_date, notice
from conductatlas.changes.captures.failure import capture_failure, other_language
from conductatlas.changes.captures.lost_links import links_came
from conductatlas.changes.captures.missing import CAPTURED_OTHERWISE, is_technical
from conductatlas.changes.comparison import METHOD, Step, begin, compare, compare_states, judged_text, step
from conductatlas.changes.effects.bearing import Bearing
from conductatlas.changes.effects.favouring import Favouring
from conductatlas.changes.effects.lone_words import LoneSentence, are_sure, lone_sentences, with_gaps
from conductatlas.changes.effects.saying import SingleSentences, WordPlaces
from conductatlas.changes.effects.shifts import Direction, Shift, overall, turns_on
from conductatlas.changes.effects.unsettled import (
    SURELY_STATED,
    StatedAlone,
    Unsettled,
    stated_alone,
    stating_lone,
    surely_stated,
)
from conductatlas.changes.following.matching import is_same_provision
from conductatlas.changes.following.standing import ChangeKind, Dormant, Followed, JudgedText, Standing, standing
from conductatlas.changes.history import (
    Begun,
    Compared,
    Comparison,
    Historian,
    Particulars,
    Text,
    begin_elsewhere,
    flat_values,
)
from conductatlas.changes.language.effect import says_the_same
from conductatlas.changes.language.quotations import announced
from conductatlas.changes.language.stating_alone import can_state, sureness
from conductatlas.changes.language.stating_plainly import is_stated_plainly
from conductatlas.changes.language.words import FOOTNOTE, hides_address, in_order, is_hidden_address, likeness, more_in
from conductatlas.changes.layout.breaks import last_break
from conductatlas.changes.layout.headings import stands_under, title_over
from conductatlas.changes.layout.labels_in_rows import label_ahead
from conductatlas.changes.layout.parts import parts_in
from conductatlas.changes.layout.reach import names_no_section
from conductatlas.changes.layout.scopes import limits_scope
from conductatlas.changes.meaning import Meaning, meaning_of_whole, meanings
from conductatlas.changes.names.exchanged import exchanged_names, only_names_exchanged
from conductatlas.changes.redlines.condensing import beginning, condensed
from conductatlas.changes.redlines.moved_words import moved_words
from conductatlas.changes.redlines.passages_beside import is_part
from conductatlas.changes.redlines.redline import (
    Segment,
    SegmentKind,
    is_drawn,
    marks_nothing,
    redline,
)
from conductatlas.changes.redlines.run_on import groups_of, with_runs
from conductatlas.changes.redlines.true_parts import with_true_parts
from conductatlas.changes.sentences.copies import Copy
from conductatlas.changes.sentences.foremost import MOST_SHOWN, foremost
from conductatlas.changes.sentences.merged_sentences import hold_sentence, merged_sentences
from conductatlas.changes.sentences.moved_sentences import MovedSentences, moved_sentences
from conductatlas.changes.sentences.nearest import states_by
from conductatlas.changes.sentences.promises import grade_of_loss
from conductatlas.changes.sentences.referring import spoken_of
from conductatlas.changes.sentences.sentence_changes import SentenceChanges
from conductatlas.changes.sentences.sentence_weights import SentenceChange, gravity_by, ungraded
from conductatlas.changes.sentences.telling_sentences import sentence_changes
from conductatlas.changes.sentences.unmarked import without_ends_that_stand, without_item_marks, without_what_stands
from conductatlas.changes.sentences.whole_sections import Section
from conductatlas.changes.summary import (
    NO_EFFECT,
    Told,
    direction_of,
    explain,
    gravest_severity,
    gravest_touched,
    is_beside,
    is_slight,
    summarise,
    summarise_item,
    tell,
    way,
)
from conductatlas.changes.verdicts.verdict import Verdict

__all__ = [
    "CAPTURED_OTHERWISE",
    "FAILURE_STANDS_FOR",
    "FOOTNOTE",
    "METHOD",
    "MOST_SHOWN",
    "NO_EFFECT",
    "STANDS_FOR",
    "SURELY_STATED",
    "Alignment",
    "Bearing",
    "Begun",
    "ChangeKind",
    "Compared",
    "Comparison",
    "Copy",
    "Direction",
    "Dormant",
    "Edge",
    "Favouring",
    "Followed",
    "Historian",
    "JudgedText",
    "KeptText",
    "LoneSentence",
    "Meaning",
    "MovedSentences",
    "Pair",
    "Particulars",
    "Passages",
    "Section",
    "Segment",
    "SegmentKind",
    "SentenceChange",
    "SentenceChanges",
    "Shift",
    "SingleSentences",
    "Standing",
    "StatedAlone",
    "Step",
    "Text",
    "Told",
    "Unsettled",
    "Verdict",
    "WordPlaces",
    "align",
    "announced",
    "are_sure",
    "begin",
    "begin_elsewhere",
    "beginning",
    "can_state",
    "capture_failure",
    "comes_and_goes",
    "compare",
    "compare_states",
    "condensed",
    "condition_of",
    "dates_moved",
    "direction_of",
    "exchanged_names",
    "explain",
    "flat_values",
    "foremost",
    "goes_on_in",
    "grade_of_loss",
    "gravest_severity",
    "gravest_touched",
    "gravity_by",
    "groups_of",
    "have_little_in_common",
    "hides_address",
    "hold_sentence",
    "in_order",
    "is_beside",
    "is_drawn",
    "is_hidden_address",
    "is_nearer",
    "is_part",
    "is_said_next_to",
    "is_same_provision",
    "is_slight",
    "is_stated_by",
    "is_stated_plainly",
    "is_technical",
    "judged_text",
    "kept_text",
    "label_ahead",
    "last_break",
    "likeness",
    "limits_scope",
    "links_came",
    "lone_sentences",
    "marks_nothing",
    "meaning_of_whole",
    "meanings",
    "merged_sentences",
    "more_in",
    "moved_sentences",
    "moved_words",
    "names_no_section",
    "new_effective_date",
    "notice",
    "only_names_exchanged",
    "other_language",
    "overall",
    "parts_in",
    "passages",
    "redline",
    "says_the_same",
    "sentence_changes",
    "spoken_of",
    "standing",
    "stands_nearly_in",
    "stands_under",
    "stated_alone",
    "states_by",
    "stating_lone",
    "step",
    "summarise",
    "summarise_item",
    "surely_stated",
    "sureness",
    "tell",
    "tells_of_another",
    "title_over",
    "turns_on",
    "ungraded",
    "way",
    "with_gaps",
    "with_runs",
    "with_true_parts",
    "without_ends_that_stand",
    "without_item_marks",
    "without_what_stands",
    "words_that_differ",
]
