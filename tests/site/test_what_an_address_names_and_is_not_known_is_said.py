"""A filter that is not known is an error in a line, in HTML and in JSON: it never gives everything in its place."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.records_factory import World


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/changes{}?platform=zzz", 404, "No platform is recorded under “zzz”"),
        ("/changes{}?clause_type=horoscope", 404, "has no clause type “horoscope”"),
        ("/changes{}?severity=dire", 400, "“dire” is not known as severity here: it can be high, medium, low or none"),
        ("/changes{}?verdict=maybe", 400, "“maybe” is not known as verdict"),
        ("/changes{}?category=astrology", 400, "“astrology” is not known as category"),
        ("/changes{}?kind=dissolved", 400, "“dissolved” is not known as kind"),
        ("/changes{}?direction=up", 400, "“up” is not known as direction"),
        ("/changes{}?page=abc", 400, "“abc” is no page number"),
        ("/changes{}?page=0", 400, "“0” is no page number"),
        ("/changes{}?page=-1", 400, "“-1” is no page number"),
        ("/changes{}?page=99999999999", 404, "This list has no page 99999999999: there is one page only"),
        ("/search{}?q=train&severity=zz", 400, "“zz” is not known as severity"),
        ("/search{}?q=train&type=horoscope", 404, "has no clause type “horoscope”"),
        ("/search{}?q=train&page=2", 404, "This list has no page 2: there is one page only"),
        ("/matrix{}?category=nothing", 400, "“nothing” is not known as category"),
        ("/matrix{}?sort=up", 400, "“up” is not known as sort here: it can be severity or platform"),
        ("/clause-types/data-sale{}?severity=grave", 400, "“grave” is not known as severity"),
        ("/clause-types/data-sale{}?platform=nobody", 404, "No platform is recorded under “nobody”"),
        ("/clause-types/horoscope{}", 404, "has no clause type “horoscope”"),
        ("/sources{}?state=lost", 400, "“lost” is not known as state"),
        ("/CA-P-000001{}?region=moon", 400, "“moon” is not known as region"),
        ("/CA-D-000001/text{}?version=one", 400, "“one” is no version number"),
    ],
)
def test_what_is_not_known_is_said_to_be_so(client: Client, world: World, path: str, status: int, said: str) -> None:
    for ending in ("", ".json"):
        response = client.get(path.format(ending))
        assert response.status_code == status
        told = response.json()["error"] if ".json" in path + ending else response.content.decode()
        assert said in told


@pytest.mark.parametrize("path", ["/changes", "/search", "/matrix", "/clause-types/data-sale"])
def test_what_a_form_leaves_empty_is_no_error(client: Client, world: World, path: str) -> None:
    assert client.get(f"{path}?platform=&severity=&category=&page=&sort=&type=&clause_type=").status_code == 200


def test_a_platform_that_is_nearly_named_is_led_to(client: Client, world: World) -> None:
    answer = client.get("/platforms/larkwel.json")
    assert answer.status_code == 404
    assert answer.json()["leads"] == [{"title": "Larkwell", "path": "/platforms/larkwell"}]
    assert '<a href="/platforms/larkwell">Larkwell</a>' in client.get("/platforms/larkwel").content.decode()
