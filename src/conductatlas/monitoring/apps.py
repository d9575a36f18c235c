"""The Django application that holds watches and what is sent because of them."""

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    """Models and migrations of monitoring."""

    name = "conductatlas.monitoring"
    label = "monitoring"
