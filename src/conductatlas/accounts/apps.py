"""The Django application that holds users, workspaces and plans."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Models and migrations of the accounts."""

    name = "conductatlas.accounts"
    label = "accounts"
