"""What becomes of a person's address in a team's notes when their account is deleted."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from conductatlas.accounts.closing import address_erased
from conductatlas.workbench.models import TriageNote


@receiver(address_erased)
def _erase(address: str, name: str, **kwargs: Any) -> None:
    """The steps stay, under another name; what people wrote themselves stays as they wrote it."""
    TriageNote.objects.filter(by=address).update(by=name)
    assigned = f"assigned to {address}"
    for note in TriageNote.objects.filter(did__contains=assigned):
        steps = [f"assigned to {name}" if step == assigned else step for step in note.did.split("; ")]
        TriageNote.objects.filter(pk=note.pk).update(did="; ".join(steps))
