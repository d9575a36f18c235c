"""The Django application that serves the pages."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Views, templates and static files of the public site."""

    name = "conductatlas.site"
    label = "site"
