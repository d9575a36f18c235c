"""The fields of a form as this site shows them: label, hint, field, and what is wrong with it, one below the other."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, RadioSelect

register = template.Library()

# What allauth calls its fields, in our words.
_LABELS = {
    "Email": "E-mail address",
    "Remember Me": "Stay signed in on this device",
    "Current Password": "Current password",
    "New Password": "New password",
    "New Password (again)": "New password, once more",
    "Password (again)": "Password, once more",
    "Authenticator code": "Code that the app shows",
}
# What a new password must be, in one line; Django makes a list of it.
_RULES_OF_NEW_ONES = "At least ten characters, none of the common ones, and not like your address."


@register.inclusion_tag("site/private/entry.html")
def entry(field: BoundField, label: str = "", hint: str = "") -> dict[str, Any]:
    """A field with its label; `label` and `hint` stand in place of its own."""
    hint = hint or (_RULES_OF_NEW_ONES if field.name == "password1" else "")
    if hint:
        field.help_text = hint
    # A placeholder only says the label again, and goes when it is needed.
    field.field.widget.attrs.pop("placeholder", None)
    return {
        "field": field,
        "label": label or _LABELS.get(str(field.label), field.label),
        "tick": isinstance(field.field.widget, CheckboxInput),
        "group": isinstance(field.field.widget, RadioSelect),
    }


@register.inclusion_tag("site/private/form_trouble.html")
def form_trouble(form: Any, trouble: str = "") -> dict[str, Any]:
    """What is wrong with a form as a whole, or that something in it is."""
    return {"form": form, "trouble": trouble}
