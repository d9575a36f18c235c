"""The Django application that holds triage and vendor lists."""

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    """Models and migrations of the workbench."""

    name = "conductatlas.workbench"
    label = "workbench"
