"""Texts of reviewers: they stand in place of what the program composes, as long as the words of the clause stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from conductatlas.records.errata import log
from conductatlas.records.models import ErratumKind, Provision, ProvisionState, Section, Wording, Writing
from conductatlas.records.review import ReviewError, check_words

_LONGEST = 5_000


def write(provision_id: int, section: str, text: str, *, reviewer: str, reason: str, at: datetime) -> Writing:
    """Store a text on the current wording of a provision; an empty one brings the composed text back.

    What that changes in the record is logged. Raises ReviewError.
    """
    check_words(reviewer, reason)
    if section not in Section.values:
        raise ReviewError(f"{section!r} is no section: it is one of {', '.join(Section.values)}")
    if len(text) > _LONGEST:
        raise ReviewError(f"the text has {len(text):,} characters: {_LONGEST:,} are the most")
    with transaction.atomic():
        provision = Provision.objects.select_for_update().filter(id=provision_id).first()
        if provision is None:
            raise ReviewError("there is no provision with this id")
        wording = provision.wordings.filter(last_version=None).first()
        if wording is None or provision.state != ProvisionState.STANDING:
            raise ReviewError(f"{provision.permanent_id} does not stand today ({provision.state}): nothing to write on")
        earlier = Writing.objects.filter(provision=provision, passage=wording.passage_id, section=section)
        before = earlier.filter(superseded=False).first()
        earlier.update(superseded=True)
        writing = Writing.objects.create(
            provision=provision,
            passage_id=wording.passage_id,
            section=section,
            text=text.strip(),
            reason=reason.strip(),
            reviewer=reviewer.strip(),
            written_at=at,
        )
        _log(writing, before)
    return writing


def _log(writing: Writing, before: Writing | None) -> None:
    """Write down what a text changed in a record; one that leaves it saying the same is no erratum."""
    title = writing.get_section_display().capitalize()
    texts = (before.text if before else "", writing.text)
    said, says = (f"{title}: {text or 'as the program composes it.'}" for text in texts)
    if said != says:
        log(
            writing.provision.permanent_id,
            ErratumKind.CORRECTED,
            before=said,
            after=says,
            reason=writing.reason,
            by=writing.reviewer,
            at=writing.written_at,
        )


def written_on(wording: Wording) -> Mapping[str, Writing]:
    """The texts that hold for a wording, by section, in the order of the sections."""
    held = {
        one.section: one
        for one in Writing.objects.filter(
            provision=wording.provision_id, passage=wording.passage_id, superseded=False
        ).exclude(text="")
    }
    return {section: held[section] for section in Section.values if section in held}
