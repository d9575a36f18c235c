"""What people may choose of when they are told."""

from __future__ import annotations

import calendar

from django import forms

from conductatlas.monitoring.digest_times import Rhythm
from conductatlas.monitoring.models import DigestRhythm, Preferences
from conductatlas.monitoring.zones import zone_names

WEEKDAYS = tuple(enumerate(calendar.day_name))
HOURS = tuple((hour, f"{hour:02}:00") for hour in range(24))


class DigestForm(forms.Form):
    """When a digest is to come."""

    digest = forms.ChoiceField(choices=DigestRhythm.choices, error_messages={"invalid_choice": "Choose how often."})
    weekday = forms.TypedChoiceField(
        choices=WEEKDAYS, coerce=int, error_messages={"invalid_choice": "Choose a day of the week."}
    )
    hour = forms.TypedChoiceField(choices=HOURS, coerce=int, error_messages={"invalid_choice": "Choose an hour."})
    time_zone = forms.CharField(max_length=60, error_messages={"required": "Choose a time zone."})

    def clean_time_zone(self) -> str:
        """A zone that may be chosen; the one that was chosen long ago stays, whatever it is called by now."""
        name: str = self.cleaned_data["time_zone"]
        if name not in zone_names() and name != self.initial.get("time_zone"):
            raise forms.ValidationError("There is no time zone of that name. Choose one of the list.")
        return name

    @property
    def wishes(self) -> Rhythm:
        """What was chosen; the form must be valid."""
        chosen = self.cleaned_data
        return Rhythm(chosen["digest"], chosen["weekday"], chosen["hour"], chosen["time_zone"])


def digest_form(preferences: Preferences, sent: object = None) -> DigestForm:
    """The form as preferences have it, or as it was sent."""
    initial = {name: getattr(preferences, name) for name in ("digest", "weekday", "hour", "time_zone")}
    return DigestForm(sent, initial=initial)  # type: ignore[arg-type]
