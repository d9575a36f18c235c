"""The Django application that holds triage and vendor lists."""

from importlib import import_module

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    """Models and migrations of the workbench."""

    name = "conductatlas.workbench"
    label = "workbench"

    def ready(self) -> None:
        """Listen to accounts being deleted."""
        import_module("conductatlas.workbench.erasing")
