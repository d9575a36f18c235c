"""The settings of capture are read strictly, and make the policy that fetching follows."""

from __future__ import annotations

import os
import subprocess
import sys
from ipaddress import ip_network

import pytest
from django.conf import settings
from django.test import override_settings

from conductatlas.capture.fetching import Reason, policy_from_settings
from conductatlas.capture.fetching.outcomes import FetchError


def test_by_default_no_inner_network_is_open() -> None:
    policy = policy_from_settings()
    assert policy.guard.allowed == ()
    assert policy.guard.ports == {80, 443, 8080, 8443}
    assert policy.limits.body == 16 * 2**20
    assert policy.politeness.pause == 2
    with pytest.raises(FetchError) as caught:
        policy.guard.check("127.0.0.1", 80)
    assert caught.value.reason is Reason.BLOCKED_ADDRESS


def test_what_the_operator_sets_holds() -> None:
    changed = {
        "CAPTURE_CONTACT": "https://atlas.example/contact",
        "CAPTURE_ALLOWED_NETWORKS": (ip_network("10.1.0.0/16"),),
        "CAPTURE_IGNORED_ROBOTS": frozenset({"hearthbook.example"}),
        "CAPTURE_PAUSE": 7.5,
        "CAPTURE_TIMEOUT": 20.0,
        "CAPTURE_LARGEST": 5000,
    }
    assert all(hasattr(settings, name) for name in changed)
    with override_settings(**changed):
        policy = policy_from_settings()
    assert policy.user_agent.endswith("(+https://atlas.example/contact)")
    policy.guard.check("10.1.2.3", 9000)
    assert policy.ignored_robots == {"hearthbook.example"}
    assert (policy.politeness.pause, policy.limits.total, policy.limits.body) == (7.5, 20.0, 5000)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("CONDUCTATLAS_CAPTURE_ALLOWED_NETWORKS", "10.0.0.0/8 intranet", "must be network addresses"),
        ("CONDUCTATLAS_CAPTURE_ALLOWED_NETWORKS", "10.0.0.1/8", "must be network addresses"),
        ("CONDUCTATLAS_CAPTURE_PORTS", "80 https", "must be port numbers"),
        ("CONDUCTATLAS_CAPTURE_PORTS", "70000", "must be port numbers"),
        ("CONDUCTATLAS_CAPTURE_PAUSE", "-1", "must be a number, at least 0"),
        ("CONDUCTATLAS_CAPTURE_PAUSE", "nan", "must be a number, at least 0"),
        ("CONDUCTATLAS_CAPTURE_TIMEOUT", "soon", "must be a number, at least 1"),
        ("CONDUCTATLAS_CAPTURE_LARGEST", "inf", "must be a number, at least 1024"),
    ],
)
def test_a_setting_that_can_not_be_used_is_told_in_one_line(name: str, value: str, told: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "import conductatlas.settings"],
        env=os.environ | {name: value, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"conductatlas: {name} {told}")
    assert ended.stderr.count("\n") == 1
