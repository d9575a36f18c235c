"""A promise that went and one on the same act that came: neither is shown without the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from conductatlas.changes.sentences.promises import promised_act
from conductatlas.changes.sentences.sentence_weights import SentenceChange

_OTHER = {"went": "came", "came": "went"}


def with_those_anew(
    chosen: Iterable[SentenceChange], weights: Mapping[SentenceChange, float]
) -> Iterable[SentenceChange]:
    """Some sentences, and beside each whole promise the weightiest on the same act that went, or came, for it.

    `weights` are those of all sentences in which the texts differ. A pledge shown as gone alone reads as withdrawn
    where the text gives it in other words; whether it is the same one, its reader sees.
    """
    shown = dict.fromkeys(chosen)
    acts = {_act_of(one) for one in shown} - {None}
    if acts:
        others = sorted((one for one in weights if _act_of(one) is not None), key=weights.__getitem__, reverse=True)
        for act, how in sorted(filter(None, acts)):
            other = act, _OTHER[how]
            if other not in acts:
                shown.update(dict.fromkeys([one for one in others if _act_of(one) == other][:1]))
    return shown


def _act_of(change: SentenceChange) -> tuple[str, str] | None:
    """What a sentence that came or went promises not to do, and which of the two it did; None where that is nothing."""
    act = promised_act(change.after or change.before) if change.how in _OTHER else ""
    return (act, change.how) if act else None
