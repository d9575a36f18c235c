"""Every setting of the system: typed, with its meaning, read from the environment here and nowhere else."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

PACKAGE = Path(__file__).resolve().parent


class SettingsError(SystemExit):
    """A setting that can't be used; exits with 2 and one line that names it."""

    def __init__(self, message: str) -> None:
        sys.stderr.write(f"conductatlas: {message}\n")
        super().__init__(2)


def _flag(name: str, default: bool) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if value in ("", "1", "true", "yes", "on", "0", "false", "no", "off"):
        return default if value == "" else value in ("1", "true", "yes", "on")
    raise SettingsError(f"{name} must be yes or no, not {value!r}")


def _number(name: str, default: int) -> int:
    value = os.environ.get(name, "").strip()
    if value and not (value.isascii() and value.isdigit()):
        raise SettingsError(f"{name} must be a number from 0 on, not {value!r}")
    return int(value or default)


def _words(name: str, default: str) -> list[str]:
    return [word for word in os.environ.get(name, default).replace(",", " ").split() if word]


def _database(address: str) -> dict[str, Any]:
    """Turn `sqlite:///path`, `postgresql://user:password@host:port/name` or a bare path into Django's form."""
    parts = urlsplit(address)
    if parts.scheme in ("postgresql", "postgres"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            # A server that listens on a socket in the file system is named as `postgresql:///name?host=/directory`.
            "HOST": unquote(parts.hostname or "") or parse_qs(parts.query).get("host", [""])[0],
            "PORT": str(parts.port or ""),
        }
    if parts.scheme not in ("", "sqlite"):
        raise SettingsError(f"CONDUCTATLAS_DATABASE must begin with sqlite:/// or postgresql://, not {parts.scheme}:")
    path = Path(unquote(parts.path)) if parts.scheme else Path(address)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;",
        },
    }


# Where the database and everything else that the system keeps lies, unless CONDUCTATLAS_DATABASE says otherwise.
DATA_DIRECTORY = Path(os.environ.get("CONDUCTATLAS_DATA", ".data")).resolve()

# Which database: `sqlite:///path`, a path, or `postgresql://…`.
DATABASES = {
    "default": _database(os.environ.get("CONDUCTATLAS_DATABASE", "") or str(DATA_DIRECTORY / "conductatlas.sqlite3"))
}

# For development only: error pages with details, templates read anew at each request.
DEBUG = _flag("CONDUCTATLAS_DEBUG", False)

# Signs sessions and links. Without one, a key made from the data directory's path serves: good for one machine that
# keeps no accounts; an instance with accounts must set its own.
SECRET_KEY = (
    os.environ.get("CONDUCTATLAS_SECRET_KEY") or hashlib.sha256(f"conductatlas {DATA_DIRECTORY}".encode()).hexdigest()
)

# The names under which the site may be asked for.
ALLOWED_HOSTS = _words("CONDUCTATLAS_HOSTS", "localhost 127.0.0.1 [::1]")

# The address under which the public knows this instance; citations and feeds use it. No slash at its end.
PUBLIC_ADDRESS = os.environ.get("CONDUCTATLAS_PUBLIC_ADDRESS", "http://localhost:8000").rstrip("/")

# A folder of further fonts (TTF, OTF) for PDF files and cards, for scripts that the fonts inside Typst have not.
FONTS_DIRECTORY = os.environ.get("CONDUCTATLAS_FONTS", "")

# What was set in type is kept in the data folder, up to a number of files; it can be deleted at any time.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "typeset": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIRECTORY / "typeset",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    },
}

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "conductatlas.records",
    "conductatlas.site",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

# How many proxies of our own stand before the site: so many addresses at the end of X-Forwarded-For are believed.
PROXIES = _number("CONDUCTATLAS_PROXIES", 0)

# The one form that stores anything is guarded against being sent from elsewhere.
CSRF_FAILURE_VIEW = "conductatlas.site.views.pages.forged"
CSRF_TRUSTED_ORIGINS = ["://".join(urlsplit(PUBLIC_ADDRESS)[:2])] if "://" in PUBLIC_ADDRESS else []
CSRF_COOKIE_SECURE = PUBLIC_ADDRESS.startswith("https:")
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
# A cookie for the visit, not for a year.
CSRF_COOKIE_AGE = None

ROOT_URLCONF = "conductatlas.site.urls"
# The site leads addresses with a slash at their end to those without; never the other way round.
APPEND_SLASH = False
WSGI_APPLICATION = "conductatlas.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["conductatlas.site.context.site"]},
    }
]

STATIC_URL = "/static/"
# Static files are served out of the package as they are: there is nothing to collect.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = False
