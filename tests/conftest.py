"""What all tests share: services that may be missing, and a database that is never the operator's own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings
from pytest_django import Settings

from tests.records_factory import World, make_world

_ARCHIVES = "CONDUCTATLAS_TESTS_ARCHIVES"
_PYWB = "CONDUCTATLAS_TESTS_PYWB"
_LOCALSTRIPE = "CONDUCTATLAS_TESTS_LOCALSTRIPE"

# How long an example takes says how busy the machine is.
hypothesis_settings.register_profile("patient", hypothesis_settings(deadline=None))
hypothesis_settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--strict-services", action="store_true", help="a test whose service is missing fails")


def _missing(item: pytest.Item) -> str | None:
    if item.get_closest_marker("browser") and not shutil.which("chromium"):
        return "needs Chromium"
    if item.get_closest_marker("pywb") and not Path(os.environ.get(_PYWB, "-")).is_file():
        return f"needs a pywb, whose `wayback` command {_PYWB} names"
    if item.get_closest_marker("localstripe") and not Path(os.environ.get(_LOCALSTRIPE, "-")).is_file():
        return f"needs a localstripe, whose command {_LOCALSTRIPE} names"
    if item.get_closest_marker("archives") and not Path(os.environ.get(_ARCHIVES, "-")).is_dir():
        return f"needs real archives, in the folder that {_ARCHIVES} names"
    return None


def pytest_runtest_setup(item: pytest.Item) -> None:
    reason = _missing(item)
    if reason and item.config.getoption("--strict-services"):
        pytest.fail(reason, pytrace=False)
    if reason:
        pytest.skip(reason)


@pytest.fixture
def archives() -> Path:
    """The folder of real archives."""
    return Path(os.environ[_ARCHIVES])


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Commands that tests run see none of git's settings on this machine."""
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    yield


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Settings) -> None:
    """Passwords of tests are hashed in no time."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _nothing_is_kept(settings: Settings) -> None:
    """What is set in type is set anew each time, and no file is left behind."""
    settings.CACHES = settings.CACHES | {"typeset": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


@pytest.fixture
def world(db: None) -> World:
    """The invented world of records: two platforms with their records."""
    return make_world()
