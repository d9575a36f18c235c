"""The message that a record which was told of has been corrected, withdrawn, merged or reinstated."""

from __future__ import annotations

from conductatlas.english import shortened
from conductatlas.monitoring.messages.letter import Letter, ToldCorrection
from conductatlas.monitoring.messages.message import Message
from conductatlas.monitoring.messages.told import Limits
from conductatlas.monitoring.messages.writing import write
from conductatlas.monitoring.models import Channel
from conductatlas.monitoring.record_names import clean, record_names
from conductatlas.monitoring.zones import zone_of
from conductatlas.records.models import Change, Erratum, ErratumKind

_LIMITS = (Limits(1, 0, 2_000, 0, 0), Limits(1, 0, 800, 0, 0))
_SINCE = "A person has since decided about it, or about a clause that it touched:"


def compose_correction(erratum: Erratum, change: Change, channel: Channel) -> Message:
    """Tell a channel, which was told of a change before, what was corrected of it or of a provision in it."""
    return write(lambda limits: _letter(erratum, change, channel, limits), _LIMITS, channel)


def tell_correction(erratum: Erratum, name: str, most: int) -> ToldCorrection:
    """What to say of an entry of the errata log, each of its texts in as many characters as `most`.

    Its record goes by `name`, or by its id where that is empty.
    """
    texts = (erratum.before, erratum.after, erratum.reason)
    before, after, reason = (shortened(clean(text), most) for text in texts)
    return ToldCorrection(
        number=erratum.pk,
        record=erratum.record,
        name=name or erratum.record,
        done=ErratumKind(erratum.kind).label,
        before=before,
        after=after,
        target=erratum.target,
        reason=reason,
        decided_by=clean(erratum.decided_by),
        decided_at=erratum.decided_at,
    )


def _letter(erratum: Erratum, change: Change, channel: Channel, limits: Limits) -> Letter:
    names = record_names([erratum.record, change.permanent_id])
    told = tell_correction(erratum, names.get(erratum.record, ""), limits.characters)
    told_of = names.get(change.permanent_id, "a change")
    name = clean(f"{change.document.platform.name} – {change.document.terms_type}")
    return Letter(
        event="correction",
        list_name="alerts",
        subject=f"Correction: {name}: {erratum.record} {told.done}",
        heading=f"Correction: {name}",
        why="You get this because you were told of the change before.",
        zone=zone_of(channel),
        lead=(f"You were told of {told_of} ({change.permanent_id}). {_SINCE}",),
        corrections=(told,),
    )
