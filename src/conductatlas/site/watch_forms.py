"""The forms of watches and channels."""

from __future__ import annotations

from typing import Any

from django import forms

from conductatlas.monitoring.confirming import ChannelError
from conductatlas.monitoring.models import ChannelKind, Watch
from conductatlas.records.languages import language_name
from conductatlas.records.models import Direction, Document, Verdict
from conductatlas.site.presenters.links import GRADES

SEVERITIES = (
    ("none", "any"),
    ("low", "low or graver"),
    ("medium", "medium or graver"),
    ("high", "high only"),
)
# A failed capture says nothing of a document, and tells nobody.
VERDICTS = tuple(one for one in Verdict.choices if one[0] != Verdict.FAILED)
_CHOOSE = {"required": "Choose one.", "invalid_choice": "Choose one of the list."}


def languages() -> list[tuple[str, str]]:
    """The languages that documents on record are in."""
    codes = Document.listed().exclude(language="").values_list("language", flat=True).distinct()
    return sorted(((code, language_name(code)) for code in codes), key=lambda one: one[1])


class WatchForm(forms.Form):
    """Which changes a watch asks for, and for whom."""

    workspace = forms.ChoiceField(error_messages=_CHOOSE)
    least_severity = forms.ChoiceField(choices=SEVERITIES, error_messages=_CHOOSE)
    directions = forms.MultipleChoiceField(choices=Direction.choices, required=False, error_messages=_CHOOSE)
    verdicts = forms.MultipleChoiceField(choices=VERDICTS, required=False, error_messages=_CHOOSE)
    language = forms.ChoiceField(required=False, error_messages=_CHOOSE)
    region = forms.RegexField(
        r"\A[A-Za-z-]{0,8}\Z",
        required=False,
        error_messages={"invalid": "A region is a short code such as EU or US, as declarations have it."},
    )
    at_once = forms.BooleanField(required=False)

    def __init__(self, data: Any, workspaces: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["workspace"].choices = workspaces  # type: ignore[attr-defined]
        self.fields["language"].choices = [("", "any"), *languages()]  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """The fields of a watch that the form sets."""
        return {name: self.cleaned_data[name] for name in _FIELDS}


_FIELDS = ("least_severity", "directions", "verdicts", "language", "region", "at_once")


def filled(watch: Watch | None, workspace: str) -> dict[str, Any]:
    """What the form shows at first: the watch that there is, or what is usual."""
    if watch is not None:
        return {"workspace": workspace, **{name: getattr(watch, name) for name in _FIELDS}}
    return {"workspace": workspace, "least_severity": GRADES[-1], "at_once": True}


class ChannelForm(forms.Form):
    """A new channel."""

    kind = forms.ChoiceField(choices=ChannelKind.choices, error_messages=_CHOOSE)
    address = forms.CharField(max_length=500, error_messages={"required": "Enter an address."})

    def refuse(self, error: ChannelError | str) -> None:
        """Say beside the address why it can't be a channel."""
        self.add_error("address", str(error))
