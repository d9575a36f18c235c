"""The Django application that holds users, workspaces and plans."""

from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Models and migrations of the accounts."""

    name = "conductatlas.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Listen to what happens to accounts."""
        import_module("conductatlas.accounts.security_events")
