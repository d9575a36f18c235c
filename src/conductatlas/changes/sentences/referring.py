"""Sentences that speak of what was said before them, and say little, or another thing, without it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import accumulate, islice, takewhile

from conductatlas.changes.language.quotations import turning
from conductatlas.changes.layout.title_lines import titles_in
from conductatlas.changes.sentences.said import Said, said_in
from conductatlas.reading import Document, word_line

# What a sentence begins with that goes on another one.
_GOES_ON = re.compile(
    r"\W*(?:however|otherwise|instead|therefore|thus|accordingly|consequently|as a result|similarly|likewise"
    r"|nevertheless|nonetheless|conversely|alternatively|if (?:so|not|enabled|activated|selected)"
    r"|(?:if|unless|when|before|after|until|once)"
    r" (?:you|we|they) do(?: so| not)?"
    # 'If they are found', but for what names them behind: 'If they wish, farmers may …'.
    r"|(?:if|unless|when|where|once|until|after|before|because|should)"
    r" (?:they|he|she)\b(?![^,]*, (?:(?:the|our|your|all|any|such|these) )?[^\W\d_]+s"
    r" (?:may|can|must|will|shall|should|are|have)\b)"
    r"|(?:if|when|where|unless) (?:you|we|they) (?:choose|decide|wish|want|elect|agree|fail)"
    r" (?:not )?to (?:do so|(?:refuse|decline|reject|exercise) (?:the|this|that|such))"
    # 'Nothing in this Section limits …' excepts from what the section said.
    r"|nothing (?:contained |stated |set forth |set out )?(?:in|under) (?:this|the (?:foregoing|above|preceding))"
    r" (?:sub-?)?(?:section|clause|paragraph|article|sentence|limitation|exclusion)"
    # Of two things that were named: 'Both are kept', 'Both specifically name …'; not 'Both you and we …'.
    r"|rather(?=,)|both(?= (?:are|were|is|have|may|must|will|can|apply|\w+ly)\b)"
    r"|doing so|for (?:example|instance)|(?:some )?examples (?:(?:may|might|can|could) )?(?:include|are)"
    r"|they|he|she|the (?:same|latter|former)"
    r"|it(?! (?:is|was|(?:may|might|can|will|would) be) (?:\w+ ){0,3}(?:that|to|for|responsib|obligat|duty)))\b(?!-)",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:in that (?:case|event|way|context|situation|instance)|(?<!limiting )(?<!prejudice to )the"
    r" (?:foregoing|above)\b"
    # 'that' behind such a word joins no clause: 'our use of that data'.
    r"|(?:(?<=\bof )|(?<=\buse ))that(?= (?:data|information|content|material))"
    r"|aforementioned|(?:described|listed|mentioned|outlined|set out) above"
    r"|(?P<such>this|these|such|those)\b(?! (?:as|of|who|whose|that|which|with|in|for|to|from|under|on|other)\b)"
    r"[\"“'‘]?(?P<noun>(?: [^\W\d_][\w'’-]*){0,3}))",
    re.IGNORECASE,
)
# 'We may change these terms', and that who uses the service further agrees to them, or has to leave it.
_CHANGES_TERMS = re.compile(
    r"\b(?:may|can|will|reserves? the right to)\b[^.;]{0,60}\b(?:updat|chang|modif|revis|amend)\w*\b[^.;]{0,60}"
    r"\b(?:terms|agreement|polic(?:y|ies)|conditions|guidelines|rules|notice)\b",
    re.IGNORECASE,
)
_ACCEPTS = re.compile(
    r"\W*(?:(?:by|if you) continu\w+|(?:your|any|the) (?:continued|further|subsequent) use)\b.{0,160}"
    r"\b(?:agree(?:s|ment|ing)?|accept\w*|consent\w*|bound)\b"
    r"|\W*if you (?:do not|don['’]t) (?:agree|accept|consent)\b.{0,120}"
    r"\b(?:stop|cease|discontinue|not|leave|terminate)\b",
    re.IGNORECASE,
)
# A text speaks of itself, of what it is about, and of the day.
_ITSELF = re.compile(
    r"(?:\w+ ){0,2}(?:polic(?:y|ies)|terms?|agreements?|sections?|(?:web ?)?sites?|services?|pages?|documents?|notices?"
    r"|statements?|addend(?:um|a)|eula|contracts?|clauses?|paragraphs?|articles?|licen[cs]es?|platforms?|apps?"
    r"|applications?|guidelines|rules|conditions|dpa|annex(?:es)?|appendix|schedule|exhibit|part|standards|products?"
    r"|address(?:es)?|reference|following|version|time|day|moment|end)\b",
    re.IGNORECASE,
)
# What stands behind 'this' where that is all that it names.
_OF_NO_NOUN = frozenset(
    (
        *("is", "are", "was", "were", "will", "may", "can", "could", "would", "should", "might", "must", "shall"),
        *(
            "has",
            "have",
            "had",
            "does",
            "do",
            "did",
            "and",
            "or",
            "but",
            "if",
            "by",
            "at",
            "off",
            "when",
            "where",
            "so",
        ),
        *("means", "includes", "include", "applies", "apply", "helps", "allows", "lets", "also", "only", "not"),
    )
)
# A pronoun so far from the beginning mostly speaks of what its own sentence said.
_NEAR_BEGINNING = 45
# So begins what says what is so instead of what was denied right before it.
_INSTEAD = re.compile(r"\W*(?:instead|rather|however|nevertheless|nonetheless|but)\b", re.IGNORECASE)
# What is so begun holds of some alone, and what stands behind it may hold of the same: 'Alternatively, you may come by
# boat. You pay nothing.'
_OF_SOME = re.compile(
    r"\W*(?:alternatively,? (?:you|if)"
    r"|(?:only )?for (?:those|anyone|everyone|users|people|customers|members) (?:who|whose|of you))\b",
    re.IGNORECASE,
)
# What names something: of so many words, those so long, by so many of their letters.
_MOST_OF_A_NOUN, _SHORTEST, _STEM = 2, 4, 5
_SENTENCES_KEPT = 32_768
# What a sentence speaks of stands at most so many before it.
_FARTHEST = 8
# … and what is said of it so many behind it at most, up to so many characters with it.
_FARTHEST_BEHIND, _LONGEST_WITH_THOSE_BEHIND = 4, 440
# Two sentences are told ahead of one, where the nearer speaks of the other, up to so many characters.
_LONGEST_OF_TWO = 320


# Of each sentence that may have become another one it is asked for each of those.
@lru_cache(maxsize=_SENTENCES_KEPT)
def refers_back(sentence: str) -> bool:
    """Whether a sentence, as a reader sees it, goes on another one, or speaks of something that another one named.

    What its own words name ahead of that, or what the text calls itself, needs no other sentence.
    """
    return _GOES_ON.match(sentence) is not None or next(_referring(sentence), None) is not None


def speaks_of_the_last(sentence: str) -> bool:
    """Whether what a sentence goes on, or speaks of near its beginning, is the one before it, whatever that names.

    What it speaks of farther on may be what it told itself, in other words.
    """
    found = _REFERS.search(sentence)
    return _GOES_ON.match(sentence) is not None or (found is not None and found.start() < _NEAR_BEGINNING)


def said_ahead(said: Sequence[Said], place: int, document: Document) -> tuple[Said, ...]:
    """What a sentence of a document speaks of: the nearest one before it that names that, or else the one before it.

    That one comes with what it speaks of itself, where that is one of these. Nothing under another title is, no row of
    a table, and no item of a list that ended; an item begins with what leads into its list.
    """
    one = said[place]
    if one.is_row:
        return ()
    before = list(islice(_before(said, one, document), _FARTHEST))
    stems = frozenset().union(*_referring(one.text))
    if stems and not _GOES_ON.match(one.text):
        named = next((at for at, found in enumerate(before) if _names(found.line, stems)), None)
        if named is not None:
            return (*_spoken_of(before[named], before[named + 1 :]), before[named])
    if not before or not speaks_of_the_last(one.text):
        return ()
    if _is_of_ended_list(before[0], one, document):
        # What goes on a list goes on what leads into it.
        lead_in = document.blocks[before[0].block].lead_in
        leading = (found for found in before if found.block == lead_in)
        return tuple(islice(leading, 1)) if _GOES_ON.match(one.text) else ()
    first, *others = before[:2]
    if others and refers_back(first.text) and len(first.text) + len(others[0].text) <= _LONGEST_OF_TWO:
        return others[0], first
    return (first,)


def limited_ahead(said: Sequence[Said], place: int) -> tuple[Said, ...]:
    """The sentence right before another one in its block, if that says of whom alone it holds what follows."""
    one = said[place]
    before = said[place - 1 : place] if place and not one.is_row else ()
    return tuple(found for found in before if found.block == one.block and _OF_SOME.match(found.text))


def spoken_of(sentence: str, quote: str, document: Document) -> str:
    """The sentence of a document that one of a passage of it speaks of; empty where it needs none, or none is found."""
    if not refers_back(sentence):
        return ""
    said, line, blocks = said_in(document), word_line(sentence), document.ordinals(quote)
    place = next((one.place for one in said if one.block in blocks and one.line == line), None)
    return "" if place is None else " ".join(one.text for one in said_ahead(said, place, document))


def said_behind(said: Sequence[Said], place: int) -> tuple[Said, ...]:
    """What is said of a sentence behind it, in its block, up to what denies or limits it; empty where nothing is.

    'The camera may find your face. None of this data is kept.'
    """
    one = said[place]
    behind = said[place + 1 : place + 1 + _FARTHEST_BEHIND]
    found = [other for other in behind if other.block == one.block and not other.is_row]
    lengths = accumulate(len(other.text) + 1 for other in found)
    ends = [
        number
        for number, (other, length) in enumerate(zip(found, lengths, strict=True), 1)
        if len(one.text) + length <= _LONGEST_WITH_THOSE_BEHIND and _speaks_against(other.text)
    ]
    return tuple(found[: ends[-1]]) if ends else ()


def said_of_accepting(said: Sequence[Said], place: int) -> tuple[Said, ...]:
    """What stands right behind a sentence on a change of terms, and binds whoever goes on to them; empty if nothing.

    'We may change these terms. By using the mill further you agree to them. If you do not, you must leave it.'
    """
    if not _CHANGES_TERMS.search(said[place].text):
        return ()
    behind = said[place + 1 : place + 1 + _FARTHEST_BEHIND]
    return tuple(takewhile(lambda one: one.block == said[place].block and binds_who_goes_on(one.text), behind))


def binds_who_goes_on(sentence: str) -> bool:
    """Whether by a sentence who uses a service further agrees to new terms, or who does not agree has to leave it."""
    return _ACCEPTS.match(sentence) is not None


def said_instead(said: Sequence[Said], place: int) -> Said | None:
    """What stands right behind a sentence that denies something, and says what is so instead."""
    one, following = said[place], next(iter(said[place + 1 : place + 2]), None)
    if following is None or following.block != one.block or following.is_row or not turning(one.text.split()):
        return None
    return following if _INSTEAD.match(following.text) else None


def _speaks_against(sentence: str) -> bool:
    """Whether a sentence denies or limits, and near its beginning speaks of, what was said right before it."""
    found = _REFERS.search(sentence)
    near = found is not None and found.start() < _NEAR_BEGINNING and refers_back(sentence)
    return near and bool(turning(sentence.split()))


def _spoken_of(one: Said, before: Sequence[Said]) -> tuple[Said, ...]:
    """The one of some sentences that another one names by its own words, where they are not too long together."""
    stems = frozenset().union(*_referring(one.text))
    named = next((found for found in before if stems and _names(found.line, stems)), None)
    return (named,) if named and len(named.text) + len(one.text) <= _LONGEST_OF_TWO else ()


def _before(said: Sequence[Said], one: Said, document: Document) -> Iterator[Said]:
    """The sentences before another one that stand under the same title, the nearest first."""
    titles = titles_in(document)
    for found in reversed(said[: one.place]):
        starts_item = found.block != one.block and document.blocks[one.block].lead_in is not None
        if starts_item or found.is_row or found.title != one.title or any(titles[found.block + 1 : one.block + 1]):
            return
        yield found


def _is_of_ended_list(found: Said, one: Said, document: Document) -> bool:
    return found.block != one.block and document.blocks[found.block].lead_in is not None


def _names(line: str, stems: Set[str]) -> bool:
    return any(word.startswith(stem) for stem in stems for word in line.split())


def _referring(sentence: str) -> Iterator[frozenset[str]]:
    """For each thing that a sentence speaks of without naming it before: what the words for it begin with."""
    for found in _REFERS.finditer(sentence):
        if found["such"] is None:
            yield frozenset()
            continue
        noun = found["noun"].strip()
        if noun and (_ITSELF.match(noun) or (noun[0].isupper() and not sentence.isupper())):
            continue
        ahead, words = word_line(sentence[: found.start()]), word_line(noun).split()
        joins = bool(words) and words[0] in _OF_NO_NOUN
        both = words[1:2] in (["and"], ["or"])
        nouns = words[: 0 if joins else _MOST_OF_A_NOUN + both]
        named = frozenset(word[:_STEM] for word in nouns if len(word) >= _SHORTEST)
        # Of two things the sentence may have named one itself.
        if both and not joins:
            named = frozenset(one for one in named if not _names(ahead, {one})) or named
        is_far = found.start() >= _NEAR_BEGINNING and (not named or found["such"].lower() == "those")
        if not is_far and not _names(ahead, named):
            yield named
