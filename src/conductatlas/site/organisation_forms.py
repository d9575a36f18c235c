"""What people may change of their account and their organisation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from conductatlas.accounts.models import Role

LONGEST_NAME = 120


class _Line(forms.CharField):
    """One line without control characters."""

    def to_python(self, value: Any) -> str:
        """Make one line of it before its length is looked at."""
        words = "".join(one if one.isprintable() else " " for one in str(value or ""))
        return super().to_python(" ".join(words.split())) or ""


class NameForm(forms.Form):
    """How others in an organisation see a person; it may be empty."""

    name = _Line(
        label="Your name",
        max_length=LONGEST_NAME,
        required=False,
        help_text="How others in an organisation see you. Without one they see your address.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class OrganisationForm(forms.Form):
    """The name of an organisation."""

    name = _Line(
        label="Name of the organisation",
        max_length=LONGEST_NAME,
        error_messages={"required": "Give it a name."},
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )


class RoleForm(forms.Form):
    """The role of a member, one of those that may be given."""

    def __init__(self, roles: tuple[Role, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = forms.ChoiceField(
            label="Role",
            choices=[(one.value, one.label) for one in roles],
            initial=Role.MEMBER.value,
            error_messages={"invalid_choice": "Choose one of the roles."},
        )


class InvitationForm(RoleForm):
    """Whom to invite, and as what."""

    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        error_messages={"required": "Whom do you invite?", "invalid": "This is no e-mail address."},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class HandOverForm(forms.Form):
    """Whom to hand over to."""

    email = forms.EmailField(
        label="Address of the new owner",
        help_text="Of a member. You become an administrator.",
        error_messages={"required": "Whom do you hand over to?", "invalid": "This is no e-mail address."},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Two forms of the page ask for an address.
        super().__init__(*args, **{**kwargs, "auto_id": "hand-over-%s"})


class DeletionForm(forms.Form):
    """The name of what is deleted, written once more."""

    name = _Line(label="To delete it, write its name", error_messages={"required": "Write its name."})

    def __init__(self, name: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._name = name

    def clean_name(self) -> str:
        """Compare."""
        if self.cleaned_data["name"] != " ".join(self._name.split()):
            raise ValidationError(f"This is not its name; it is called {self._name}.")
        return self._name
