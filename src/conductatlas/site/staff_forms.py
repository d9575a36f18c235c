"""What operators may send in. Each act needs a reason, which stands in the audit trail."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator

from conductatlas.accounts.models import Feature, Plan
from conductatlas.catalogue import Severity, Stance, load_catalogue
from conductatlas.records.granting import TAKEN_BACK_BY
from conductatlas.records.models import DecisionKind, RequestState

_LONGEST_REASON = 1_000
_LONGEST_WORDS = 2_000
_LONGEST_DECLARATION = 20_000
_NONE = ("", "–")
# What every database keeps in a column of whole numbers.
_LARGEST = 2**31 - 1
_NUMBERS = ("position", "price", "trial_days", "platforms", "seats")


class Reasoned(forms.Form):
    """An act with its reason. `act` names it where a page has several."""

    reason = forms.CharField(
        max_length=_LONGEST_REASON, help_text="Stands in the audit trail.", error_messages={"required": "Say why."}
    )

    # What stands on the button.
    does: ClassVar[str] = "Do it"


class PersonForm(Reasoned):
    """What is done to an account."""

    act = forms.ChoiceField(
        label="What to do",
        choices=(
            ("staff", "make an operator"),
            ("no-staff", "no longer an operator"),
            ("deactivate", "deactivate: can’t sign in any more"),
            ("activate", "activate again"),
        ),
        widget=forms.RadioSelect,
    )
    field_order = ("act", "reason")


class AssignForm(Reasoned):
    """A plan for a workspace."""

    plan = forms.ModelChoiceField(Plan.objects.all(), to_field_name="key", empty_label="choose")
    until = forms.DateField(
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="The first day (UTC) on which it no longer stands. Empty: until it is ended.",
    )
    field_order = ("plan", "until", "reason")
    does = "Assign the plan"

    @property
    def ends_at(self) -> datetime | None:
        """The moment at which the plan ends, if it does."""
        until: date | None = self.cleaned_data["until"]
        return datetime.combine(until, time(), UTC) if until else None


class EndForm(Reasoned):
    """The end of a plan."""

    does = "End the plan now"


class LookForm(Reasoned):
    """Another look at a source."""

    does = "Look at it again now"


class DeclarationForm(forms.Form):
    """Another declaration of a source: tried, or made the one that counts, which needs a reason."""

    declaration = forms.CharField(
        max_length=_LONGEST_DECLARATION,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "class": "mono", "spellcheck": "false"}),
        help_text="JSON as in a file of declarations; our own fields stand below “conductatlas”.",
        error_messages={"required": "Write a declaration."},
    )
    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        max_length=_LONGEST_REASON, required=False, help_text="Needed to let it count. Stands in the audit trail."
    )

    def __init__(self, *args: Any, counts: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.counts = counts

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"]
        if self.counts and not reason:
            raise ValidationError("Say why.")
        return reason


class DeliveryForm(Reasoned):
    """What is done about a delivery."""

    act = forms.ChoiceField(
        label="What to do", choices=(("retry", "try it again"), ("drop", "drop it")), widget=forms.RadioSelect
    )
    field_order = ("act", "reason")


class _Public(Reasoned):
    """An act whose reason is shown to all."""

    reason = forms.CharField(
        max_length=_LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Shown to all on the record, with your name.",
        error_messages={"required": "Say why."},
    )


class HeldForm(_Public):
    """What a person says of a version that is held."""

    act = forms.ChoiceField(
        label="What it is",
        choices=(("confirm", "a state of the document: record it"), ("refuse", "a failed capture: set it aside")),
        widget=forms.RadioSelect,
    )
    field_order = ("act", "reason")
    does = "Settle it"


class _Grading(_Public):
    """The choices that a decision about a finding has."""

    new_type = forms.ChoiceField(label="Clause type", required=False, help_text="For another type only.")
    severity = forms.ChoiceField(
        required=False, choices=[_NONE, *((one.value, one.value) for one in Severity)], help_text="Empty: as it is."
    )
    stance = forms.ChoiceField(
        required=False, choices=[_NONE, *((one.value, one.value) for one in Stance)], help_text="Empty: as it is."
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        types = sorted((one.title, one.id) for one in load_catalogue())
        self.fields["new_type"].choices = [_NONE, *((id, title) for title, id in types)]  # type: ignore[attr-defined]


class DecisionForm(_Grading):
    """A decision about a finding."""

    kind = forms.ChoiceField(
        label="Decision",
        choices=(
            (DecisionKind.ACCEPT.value, "accept: it is right"),
            (DecisionKind.RETYPE.value, "give it another type"),
            (DecisionKind.REGRADE.value, "grade it anew"),
            (DecisionKind.DISMISS.value, "dismiss: there is no such clause"),
        ),
        widget=forms.RadioSelect,
    )
    field_order = ("kind", "new_type", "severity", "stance", "reason")
    does = "Decide"


class CorrectionForm(_Grading):
    """The answer to a reader's report."""

    state = forms.ChoiceField(
        label="Answer",
        choices=(
            (RequestState.ACCEPTED.value, "accept"),
            (RequestState.REFUSED.value, "refuse"),
            (RequestState.WITHDRAWN.value, "note that the sender took it back"),
        ),
        widget=forms.RadioSelect,
    )
    decision = forms.ChoiceField(
        label="What is done to the record, if accepted",
        required=False,
        choices=(
            ("", "in words, below"),
            (DecisionKind.ACCEPT.value, "the finding is right"),
            (DecisionKind.RETYPE.value, "another type"),
            (DecisionKind.REGRADE.value, "another grade"),
            (DecisionKind.DISMISS.value, "no such clause"),
            *((one, f"{one} the record") for one in TAKEN_BACK_BY),
        ),
    )
    into = forms.CharField(
        label="The record that stays", required=False, max_length=40, help_text="For merging: such as CA-P-000123."
    )
    before = forms.CharField(label="What the record said", required=False, max_length=_LONGEST_WORDS)
    after = forms.CharField(label="What it says now", required=False, max_length=_LONGEST_WORDS)
    publish = forms.BooleanField(
        label="Show to all what the reader wrote",
        required=False,
        help_text="Only if you have read it and all may, names and addresses in it included.",
    )
    field_order = (
        *("state", "decision", "new_type", "severity", "stance"),
        *("into", "before", "after", "publish", "reason"),
    )
    does = "Settle it"


class PlanForm(forms.ModelForm):  # type: ignore[type-arg]
    """A plan, as the operator wants it."""

    features = forms.MultipleChoiceField(
        required=False, choices=Feature.choices, widget=forms.CheckboxSelectMultiple, label="What it opens"
    )
    reason = Reasoned.base_fields["reason"]
    does: ClassVar[str] = "Save the plan"

    class Meta:
        model = Plan
        fields = (
            *("key", "name", "description", "position", "offered", "price", "currency", "trial_days", "platforms"),
            *("seats", "timing", "features", "stripe_price"),
        )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name in _NUMBERS:
            self.fields[name].validators.append(MaxValueValidator(_LARGEST))
        if self.instance.pk:
            # What has a plan, and what was tried, is known by the key: it stays.
            del self.fields["key"]
        else:
            self.fields["key"].help_text = "A short name for programs, such as research; it can’t be changed later."

    def clean_key(self) -> str:
        """Refuse the word that the address of this form has."""
        key: str = self.cleaned_data["key"]
        if key == "add":
            raise ValidationError("Choose another key: this one is taken by the page that adds plans.")
        return key

    def clean_currency(self) -> str:
        """The code of the currency, in capital letters."""
        code = str(self.cleaned_data["currency"]).upper()
        if len(code) != 3 or not (code.isascii() and code.isalpha()):
            raise ValidationError("A currency is three letters, such as EUR.")
        return code

    def clean_stripe_price(self) -> str:
        """One price at Stripe belongs to one plan: a payment must tell which one it is for."""
        price = str(self.cleaned_data["stripe_price"]).strip()
        if price and Plan.objects.filter(stripe_price=price).exclude(pk=self.instance.pk).exists():
            raise ValidationError("Another plan has this price at Stripe.")
        return price
