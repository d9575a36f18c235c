"""What readers may send in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from conductatlas.records.corrections import plain_words
from conductatlas.records.models import LONGEST_REPORT, Problem

LONGEST_EMAIL = 254
_NO_EMAIL = "This is no e-mail address; leave it empty, or mend it."


class _Words(forms.CharField):
    """Text without control characters, whatever the browser sent; its length is that of what is left."""

    def to_python(self, value: Any) -> str:
        """Clean the text before its length is looked at."""
        return super().to_python(plain_words(str(value or ""))) or ""


class ProblemForm(forms.Form):
    """A report of what is wrong with a record."""

    problem = forms.ChoiceField(
        choices=Problem.choices,
        error_messages={"required": "Choose what is wrong.", "invalid_choice": "Choose one of the kinds of problem."},
    )
    text = _Words(
        max_length=LONGEST_REPORT,
        error_messages={
            "required": "Say how you know.",
            "max_length": f"The text has %(show_value)d characters; at most {LONGEST_REPORT:,} are taken.",
        },
    )
    email = forms.EmailField(
        required=False, max_length=LONGEST_EMAIL, error_messages={"invalid": _NO_EMAIL, "max_length": _NO_EMAIL}
    )
    # People do not see this field; programs that fill in every field do.
    website = forms.CharField(required=False)

    def clean_website(self) -> str:
        """Refuse what only a program would fill in."""
        if self.cleaned_data["website"]:
            raise ValidationError("A field that people do not see was filled in. Send it again if you are a person.")
        return ""
