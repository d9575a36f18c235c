"""The three plans that an instance begins with; from then on they are the operator's."""

from typing import Any

from django.db import migrations

_PLANS: tuple[dict[str, Any], ...] = (
    {
        "key": "free",
        "name": "Free",
        "description": "One platform, told in a weekly digest.",
        "platforms": 1,
        "seats": 1,
        "timing": "weekly",
        "features": [],
    },
    {
        "key": "monitor",
        "name": "Monitor",
        "description": "Up to 25 platforms, told the same day.",
        "price": 1900,
        "trial_days": 14,
        "platforms": 25,
        "seats": 1,
        "timing": "same-day",
        "features": ["channels", "provisions"],
    },
    {
        "key": "compliance",
        "name": "Compliance",
        "description": "Any number of platforms, provision by provision, with the workbench for a team.",
        "price": 14900,
        "trial_days": 14,
        "seats": 25,
        "timing": "same-day",
        "features": ["channels", "provisions", "workbench", "exports", "organisation"],
    },
)


def _add(apps: Any, schema_editor: Any) -> None:
    plans = apps.get_model("accounts", "Plan").objects
    for position, plan in enumerate(_PLANS):
        plans.create(position=position, **plan)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunPython(_add, migrations.RunPython.noop)]
