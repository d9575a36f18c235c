"""The methodology page shows the figures that come with the method, with their intervals."""

from __future__ import annotations

import pytest
from django.template.defaultfilters import floatformat
from django.test import Client

from conductatlas.provisions.evaluation import recorded_evaluation, recorded_glossed_evaluations


@pytest.mark.django_db
def test_figures_intervals_and_calibration_are_shown(client: Client) -> None:
    recorded = recorded_evaluation()
    page = client.get("/methodology").content.decode()
    value, low = (floatformat(figure, 2) for figure in (recorded.micro_f1.value, recorded.micro_f1.low))
    assert f"<td>{value}</td><td>{low} to" in page
    assert f"labelled passages of {recorded.platforms} platforms" in page
    values = client.get("/methodology.json").json()
    assert values["calibration"][-1]["right"] == recorded.calibration[-1].right
    assert len(values["types"]) == len(recorded.types)


@pytest.mark.django_db
def test_what_is_read_through_a_glossary_has_figures_of_its_own(client: Client) -> None:
    recorded = recorded_glossed_evaluations()
    assert set(recorded) == {"de", "fr"}
    page = client.get("/methodology").content.decode()
    assert 'id="glossaries"' in page
    values = {one["language"]: one for one in client.get("/methodology.json").json()["glossaries"]}
    for language, name in (("de", "German"), ("fr", "French")):
        precision = recorded[language].precision
        assert f"{name}: {recorded[language].passages} passages of {recorded[language].platforms} documents" in page
        assert values[name]["figures"][0]["share"]["value"] == precision.value
        assert precision.value >= 0.85, "what is shown is right at least so often"
