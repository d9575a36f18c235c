"""What a text says of itself: when it was changed, where other versions are, and where to read more."""

from __future__ import annotations

import re

from conductatlas.changes.language.effect import says_more, states_effect
from conductatlas.changes.language.words import without_particulars
from conductatlas.changes.layout.furniture import announces_update
from conductatlas.reading import word_count, words

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_TO_SEE = (
    r"(?:(?:please )?click here |you (?:may|can) |to )?(?:to )?"
    r"(?:see|view|read|find|review|consult|access|download|check)"
)
_EN_VOIR = r"(?:pour )?(?:consulter|voir|lire|télécharger|accéder à)"
# 'We updated this policy on 1 May 2026. See the previous version.'
_ABOUT_ITSELF = re.compile(
    "|".join(
        (
            r"we(?:'ve| have)? (?:recently |last )?(?:updated|revised|changed)",
            r"(?:last |date )?(?:updated|revised|modified|published)|last update\b",
            r"effective\b|version\b|policy updated",
            r"(?:this|the|our) [\w ]{3,40} (?:was|is|are|has been) (?:last )?(?:updated|revised|modified|effective)",
            r"(?:this|the|our|these|it) [\w ]{0,40}(?:takes?|comes?|go(?:es)?) (?:into )?(?:effect|force)",
            rf"{_TO_SEE} (?:our|the|an?) (?:previous|older|prior|earlier|archived|former)\b",
            rf"{_TO_SEE} (?:our|the) (?:new|current|existing) (?:policy|terms|version)\b",
            rf"{_TO_SEE} the version (?:previous|former)ly\b",
            rf"{_TO_SEE} our (?:current|new|updated|latest) [\w ]{{3,40}}\.?$",
            # The same in French and German.
            rf"{_EN_VOIR} (?:la|les|une) (?:ancienne )?versions? (?:précédente|précédemment|antérieure|archivée)",
            r"une nouvelle version (?:de|des|du) [^.]{3,80} (?:entrera|entre) en vigueur",
            r"(?:hier |zur |um )?[\w ]{0,30}(?:vorherige|frühere|bisherige|archivierte)[nr]? (?:version|fassung)\b",
            r"we(?:'ve|’ve| have)? (?:also )?(?:added|clarified|simplified|reorgani[sz]ed) ",
            r"we(?:'ve|’ve| have)? made (?:some )?(?:changes|updates) ",
            r"we(?:'re|’re| are) in the process of (?:updating|revising|changing) ",
            r"(?:revisions|changes|updates) to (?:our|the|this) [\w ]{3,40} are (?:now |currently )?under discussion",
            r"(?:(?:other|recent) updates? )?we(?:'re|’re| are) (?:updating|revising|changing) (?:our|these|this|the) ",
        )
    ),
    re.IGNORECASE,
)
# 'We are introducing an update to Section 4', of which one reads elsewhere, and nothing here.
_ANNOUNCES = re.compile(
    r"(?:as part of [^.,]{3,80}, )?we(?:['’]re| are) (?:"
    r"(?:introducing|making|planning) (?:an? |some )?(?:new |small |important )?(?:updates?|changes?|revisions?) to\b"
    r"|adding (?:more |further )?detail(?:s|ed information)? to (?:our|these|this|the)\b)",
    re.IGNORECASE,
)
_OF_ANNOUNCED = re.compile(
    r"(?!.*\b(?:if|unless|must|by (?:continuing|using)|deemed)\b)(?:.*\b(?:preview|review|read|here['’]s when)\b.{0,80}"
    r"\b(?:this|the|these) (?:updated?|changes?|revisions?)\b|.*\bno action (?:is )?required\b)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?:please )?note(?: that\b|:)\s*|(?:important )?(?:notice|update):\s*", re.IGNORECASE)
_DATE_BY_ITSELF = re.compile(
    r"\W*(?:effective|(?:last )?updated?|as of|from|on|(?:dernière )?mise à jour|en vigueur|stand|gültig ab"
    r"|zuletzt (?:aktualisiert|geändert)|(?:última )?actualización|ultimo aggiornamento|laatst bijgewerkt)?"
    r"(?:\W+(?:le|du|au|am|vom|el|del|op|il))?\W*calendardate\W*",
    re.IGNORECASE,
)
# '2 May 2026: Updated the address'
_DATE_FIRST = re.compile(r"\W*calendardate\W+")
# '2 May 2026 The address in Article 3 was modified.'
_WAS_CHANGED = re.compile(
    r"\b(?:was|were|has been|have been) (?:modified|updated|revised|amended|renumbered)\.?$", re.IGNORECASE
)
# 'Date Change': the head of a table on when the text was changed.
_OF_VERSIONS = re.compile(
    r"(?:(?:version|revision|announcement|update)s?(?: (?:number|no\.?|date))?|date(?: of (?:revision|update|change))?)"
    r" (?:(?:content|summary|description) of )?(?:revision|change|update)s?\b",
    re.IGNORECASE,
)
# 'The previous agreement was posted on 20 January 2026': which version applies from when.
_ABOUT_VERSIONS = re.compile(
    r"\b(?:previous|prior|current|updated|new|older|following|this|these|our) (?:[\w-]+ ){0,4}"
    r"(?:polic(?:y|ies)|terms|agreement|notice|statement|conditions|guidelines|addendum|version)\b.{0,120}"
    r"\b(?:effective?|effect|force|posted|published|updated|(?:apply|applies|applied) (?:until|from|on|as of|since))\b"
    r"|\bwe(?:['’](?:re|ve)| are| have)? (?:updating|changing|updated|changed) (?:our|these|the|this) (?:[\w-]+ ){0,4}"
    r"(?:polic(?:y|ies)|terms|agreement|notice|statement|conditions|guidelines|addendum)\b",
    re.IGNORECASE,
)
# 'This page was last edited on 2 May 2026', which is said of the page alone.
_PAGE_UPDATED = re.compile(r"(?:this )?page (?:was )?last (?:update|edit|change|modif)", re.IGNORECASE)
_RIGHTS = frozenset(("opt", "object", "withdraw", "terminate", "cancel", "refund", "reject", "consent"))
_LONGEST_ABOUT_ITSELF, _LONGEST_NOTICE = 40, 60
_LONGEST_DATE_LINE = 12
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
# 'For more information, see our cookie policy.'
_POINTER = re.compile(
    r"(?:tip: )?(?:please )?(?:(?:for|to) (?:learn |find out |read |get |see )?(?:more|further|additional)\b.{0,200}"
    r"|(?:(?:learn|read|find out) more|learn how)\b.{0,120}|click through .{0,120}"
    r"|if you (?:would like|wish|want) to (?:see|read|view|review) (?:our|the) .{3,120},"
    r" please (?:see|use|visit|click)\b.{0,300}"
    r"|for an? .{3,40} (?:copy|version) of .{3,80}, (?:please )?click here.{0,3}"
    r"|(?:please )?(?:see|visit|view|refer to|read) (?:our|the|this|(?-i:[A-Z]\w+['’]s)) .{0,160}"
    r"|for details (?:about|on|regarding) .{3,160}, (?:please )?(?:see|visit|read|refer to) .{3,80}"
    r"|for [^.]{3,120}, please click here for .{3,160}"
    r"|you (?:can|may) find (?:our|the) .{3,100} here"
    r"|(?:click here|visit (?:our|the) .{0,60}) to (?:read|see|view|learn|find) .{0,160}"
    r"|to (?:read|see|view|reach) [^.]{3,120}, (?:please )?(?:see|visit|click|navigate|go to|refer to)\b.{0,100}"
    r"|you (?:can|may) also (?:refer to|consult|visit) (?:our|the) [^,.]{3,120}"
    r"|(?:the|our|(?-i:[A-Z]\w+) (?:policy|terms|notice|statement)) [^.]{3,100} (?:is|are) available here"
    r"|(?:get|obtain|find) (?:more|further|additional) (?:information|details)\b.{0,160}"
    r"|(?:(?:more|further|additional) )?(?:information|guidance|details) (?:about|on|regarding) .{0,200}"
    r" (?:is|are|can be) (?:available(?! to (?!you\b))|found|viewed|read|obtained)\b.{0,80}"
    r"|(?:more|further|additional) (?:information|details) (?:about|on|regarding)"
    r" (?!.*\b(?:is|are|was|were|be|been|do|does|has|have|may|might|can|will|shall|must|we|you)\b)[^,.]{3,80}"
    r"|(?:see|view|read|review) an? (?:preview|summary|overview|copy) of [^,.]{3,80}"
    r"|(?:please )?contact (?:us|our|the) (?!.*\b(?:to|if|when|before|within)\b).{0,80}"
    r"|(?:if you are [^,.]{3,60}, )?you (?:can|may|will) (?:also )?(?:learn|read|find)(?: out)?"
    r" (?:more|further|additional|specific)\b.{0,160})\.?",
    re.IGNORECASE,
)
# What there is to read about, which says nothing of it.
_TOPIC = re.compile(
    r"^for (?:more|further|additional) (?:information|details) (?:about|on|regarding|concerning) .{3,160},"
    r" (?=(?:please )?(?:see|visit|read|refer to|click|consult)\b)"
    r"|^(?:more|further|additional) (?:information|guidance|details) (?:about|on|regarding) .{3,200}"
    r" (?=(?:is|are|can be) (?:available|found|viewed|read|obtained)\b)",
    re.IGNORECASE,
)
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?]) +")
_HISTORY = re.compile(
    r"\b(?:updat(?:ed?|es|ing)|modified|revised|previous|prior|effective|new (?:policy|terms|version))\b", re.IGNORECASE
)
_SIGNS_OF_HISTORY = ("updat", "modified", "revised", "previous", "prior", "effective", "new ")


def is_pointer(visible: str) -> bool:
    """Whether a block says no more than where to read more."""
    return all(
        _POINTER.fullmatch(one) is not None and not says_more(_TOPIC.sub("", one)) for one in sentences_of(visible)
    )


def sentences_of(visible: str) -> list[str]:
    """The sentences of a visible text."""
    return _BETWEEN_SENTENCES.split(visible)


def without_history(visible: str) -> str:
    """A visible text without the sentences on when it was changed, and on where the one before it is."""
    lowered = visible.lower()
    if not any(sign in lowered for sign in _SIGNS_OF_HISTORY):
        return visible
    said = sentences_of(visible)
    return " ".join(one for one in said if not (_HISTORY.search(one) and is_about_itself(one)))


def is_about_itself(visible: str) -> bool:
    """Whether a block says when the text was changed, or that it was, or is a date by itself."""
    masked = without_particulars(visible)
    if _DATE_BY_ITSELF.fullmatch(masked):
        return True
    if "calendardate" in masked and word_count(visible) <= _LONGEST_ABOUT_ITSELF and _ABOUT_VERSIONS.search(visible):
        return not _RIGHTS.intersection(words(visible))
    if _announces_a_change(visible):
        return True
    noted = _NOTE.match(visible)
    dated = _DATE_FIRST.match(masked)
    if dated and (_ABOUT_ITSELF.match(masked, dated.end()) or _WAS_CHANGED.search(masked, dated.end())):
        return word_count(visible) <= _LONGEST_ABOUT_ITSELF
    begun = noted.end() if noted else 0
    if _ABOUT_ITSELF.match(visible, begun) is None:
        return False
    shown = word_count(visible)
    if shown <= _LONGEST_ABOUT_ITSELF:
        return True
    # One can read of what changes.
    told = [word for word in words(visible) if word != "can"]
    return shown <= _LONGEST_NOTICE and announces_update(visible) and not states_effect(told)


def _announces_a_change(visible: str) -> bool:
    """Whether a block says that the text will be changed, where to read how, and no more."""
    first, *later = sentences_of(visible)
    announced = _ANNOUNCES.match(first) is not None and word_count(first) <= _LONGEST_ABOUT_ITSELF
    return announced and bool(later) and all(map(_OF_ANNOUNCED.match, later))


def is_table_of_versions(visible: str) -> bool:
    """Whether a table, by its head, tells when the text was changed and how."""
    return _OF_VERSIONS.match(visible) is not None


def is_date_line(visible: str) -> bool:
    """Whether a block says no more than since when the text applies."""
    return word_count(visible) <= _LONGEST_DATE_LINE and _DATED.search(visible) is not None and is_about_itself(visible)


def say_one_date(old: str, new: str) -> bool:
    """Whether two lines say since when the text applies by the same figures, one of them in another language."""
    if max(map(word_count, (old, new))) > _LONGEST_DATE_LINE or not any(map(is_date_line, (old, new))):
        return False
    return _FIGURE.findall(old) == _FIGURE.findall(new)


def tells_when_page_was_updated(visible: str) -> bool:
    """Whether a line says when the page was changed, which is not when the text was."""
    return _PAGE_UPDATED.match(visible) is not None and word_count(visible) <= _LONGEST_DATE_LINE
