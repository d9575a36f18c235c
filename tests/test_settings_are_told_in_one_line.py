"""A setting that can't be used is told in one line that names it; the site's key is kept whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from conductatlas.settings import (
    SettingsError,
    _database,
    _kept_key,
    _kept_under,
    _keys,
    _mail_server,
    _web_address,
)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ada@db.example:port/atlas",
        "postgresql://ada@db.example:99999/atlas",
        "postgresql://[::1/atlas",
        "postgresql://db.example",
        "mysql://db.example/atlas",
    ],
)
def test_an_address_of_a_database_that_is_none(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SettingsError) as ended:
        _database(address)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("conductatlas: CONDUCTATLAS_DATABASE ")
    assert said.count("\n") == 1


@pytest.mark.parametrize("address", ["mail.example", "smtp://mail.example:port", "smtp://[::1"])
def test_an_address_of_a_mail_server_that_is_none(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SettingsError):
        _mail_server(address)
    assert capsys.readouterr().err.startswith("conductatlas: CONDUCTATLAS_MAIL ")


def test_a_key_is_made_once(tmp_path: Path) -> None:
    kept = tmp_path / "data" / "secret-key"
    key = _kept_key(kept)
    assert len(key) > 40
    assert _kept_key(kept) == key
    assert kept.stat().st_mode & 0o777 == 0o600
    assert list(kept.parent.iterdir()) == [kept]


def test_a_key_that_can_not_be_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(SettingsError):
        _kept_key(tmp_path / "data" / "secret-key")
    assert capsys.readouterr().err.endswith("set CONDUCTATLAS_SECRET_KEY\n")


def test_a_disk_that_is_full_leaves_no_key_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> str:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(SettingsError):
        patch.setattr("secrets.token_urlsafe", full)
        _kept_key(tmp_path / "secret-key")
    assert not list(tmp_path.iterdir())
    assert _kept_key(tmp_path / "secret-key")


@pytest.mark.parametrize("address", ["http://[", "atlas.example", "ftp://atlas.example", "https://", "http://a:port"])
def test_an_address_of_the_web_that_is_none(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CONDUCTATLAS_PUBLIC_ADDRESS", address)
    with pytest.raises(SettingsError):
        _web_address("CONDUCTATLAS_PUBLIC_ADDRESS", "http://localhost:8000")
    said = capsys.readouterr().err
    assert said.startswith("conductatlas: CONDUCTATLAS_PUBLIC_ADDRESS ")
    assert said.count("\n") == 1


def test_an_address_of_the_web_has_no_slash_at_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONDUCTATLAS_PUBLIC_ADDRESS", "https://atlas.example/")
    assert _web_address("CONDUCTATLAS_PUBLIC_ADDRESS", "") == "https://atlas.example"


@pytest.mark.parametrize("keys", ["only-one", ":secret", "access:", "access: secret"])
def test_keys_of_an_account_that_are_none_are_not_shown(
    keys: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CONDUCTATLAS_WAYBACK_KEYS", keys)
    with pytest.raises(SettingsError):
        _keys("CONDUCTATLAS_WAYBACK_KEYS")
    assert keys not in capsys.readouterr().err.replace("access:secret", "")
    monkeypatch.setenv("CONDUCTATLAS_WAYBACK_KEYS", "one:other")
    assert _keys("CONDUCTATLAS_WAYBACK_KEYS") == "one:other"


def test_a_place_for_snapshots_of_no_kind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for address in ("nothing://bucket/path", "s3://"):
        monkeypatch.setenv("CONDUCTATLAS_SNAPSHOTS", address)
        with pytest.raises(SettingsError):
            _kept_under("CONDUCTATLAS_SNAPSHOTS", tmp_path)
    for place in ("s3://bucket/path", "memory://snapshots", "/srv/snapshots"):
        monkeypatch.setenv("CONDUCTATLAS_SNAPSHOTS", place)
        assert _kept_under("CONDUCTATLAS_SNAPSHOTS", tmp_path) == place
