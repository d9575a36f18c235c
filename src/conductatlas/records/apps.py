"""The Django application that holds all records."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Models and migrations of the records."""

    name = "conductatlas.records"
    label = "records"
