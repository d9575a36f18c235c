"""The message that a record which was told of has been corrected, withdrawn, merged or reinstated."""

from __future__ import annotations

from conductatlas.monitoring.messages.letter import Letter, ToldCorrection
from conductatlas.monitoring.messages.message import Message
from conductatlas.monitoring.messages.told import Limits
from conductatlas.monitoring.messages.writing import write
from conductatlas.monitoring.models import Channel
from conductatlas.monitoring.record_names import clean, record_names
from conductatlas.monitoring.zones import zone_of
from conductatlas.records.models import Change, Erratum, ErratumKind

_LONGEST_SAID = 2_000
_SINCE = "A person has since decided about it, or about a clause that it touched:"


def compose_correction(erratum: Erratum, change: Change, channel: Channel) -> Message:
    """Tell a channel, which was told of a change before, what was corrected of it or of a provision in it."""
    return write(lambda _: _letter(erratum, change, channel), (Limits(0, 0, 0),), channel)


def tell_correction(erratum: Erratum, name: str = "") -> ToldCorrection:
    """What to say of an entry of the errata log; its record is named by `name`, or by its id where that is empty."""
    before, after, reason = (clean(text)[:_LONGEST_SAID] for text in (erratum.before, erratum.after, erratum.reason))
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


def _letter(erratum: Erratum, change: Change, channel: Channel) -> Letter:
    names = record_names([erratum.record, change.permanent_id])
    told = tell_correction(erratum, names.get(erratum.record, ""))
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
