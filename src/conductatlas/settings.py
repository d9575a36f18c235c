"""Every setting of the system: typed, with its meaning, read from the environment here and nowhere else."""

from __future__ import annotations

import math
import os
import secrets
import sys
from contextlib import suppress
from ipaddress import IPv4Network, IPv6Network, ip_network
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


def _count(name: str, default: int) -> int:
    value = os.environ.get(name, "").strip()
    if value and not (value.isascii() and value.isdigit()):
        raise SettingsError(f"{name} must be a number from 0 on, not {value!r}")
    return int(value or default)


def _words(name: str, default: str) -> list[str]:
    return [word for word in os.environ.get(name, default).replace(",", " ").split() if word]


def _amount(name: str, default: float, least: float) -> float:
    value = os.environ.get(name, "").strip()
    try:
        number = float(value or default)
    except ValueError:
        number = math.nan
    if not least <= number < math.inf:
        raise SettingsError(f"{name} must be a number, at least {least:g}, not {value!r}")
    return number


def _ports(name: str, default: str) -> frozenset[int]:
    words = _words(name, default)
    if not all(word.isascii() and word.isdigit() and 0 < int(word) < 2**16 for word in words):
        raise SettingsError(f"{name} must be port numbers, not {' '.join(words)!r}")
    return frozenset(map(int, words))


def _one_of(name: str, choices: tuple[str, ...]) -> str:
    """The value of a setting that has a few; the first where it is not set."""
    value = os.environ.get(name, "").strip().lower() or choices[0]
    if value not in choices:
        raise SettingsError(f"{name} must be one of {', '.join(choices)}, not {value!r}")
    return value


def _networks(name: str) -> tuple[IPv4Network | IPv6Network, ...]:
    try:
        return tuple(ip_network(word) for word in _words(name, ""))
    except ValueError as error:
        raise SettingsError(f"{name} must be network addresses, such as 10.0.0.0/8 ({error})") from error


def _kept_key(path: Path) -> str:
    """The key that is kept in a file; the file is made where there is none, for its owner's eyes only."""
    if not path.is_file():
        written = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with open(os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as kept:  # noqa: PTH123
                kept.write(secrets.token_urlsafe(48))
            # It is there whole or not at all, and the first of several that begin at once is the one that holds.
            with suppress(FileExistsError):
                path.hardlink_to(written)
        except OSError as error:
            raise SettingsError(
                f"can't keep a secret key in {path} ({error.strerror}); set CONDUCTATLAS_SECRET_KEY"
            ) from error
        finally:
            with suppress(OSError):
                written.unlink()
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"can't read the secret key in {path} ({error})") from error


def _web_address(name: str, default: str) -> str:
    """An address of the web, without a slash at its end."""
    value = os.environ.get(name, default).strip().rstrip("/")
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError as error:
        raise SettingsError(f"{name} can't be read as an address ({error})") from error
    if not usable or any(map(str.isspace, value)):
        raise SettingsError(f"{name} must begin with http:// or https:// and name a host, not {value!r}")
    return value


def _keys(name: str) -> str:
    """The two keys of an account, with a colon between them; empty where there are none. They are never shown."""
    value = os.environ.get(name, "").strip()
    access, _, secret = value.partition(":")
    if value and (not access or not secret or any(map(str.isspace, value))):
        raise SettingsError(f"{name} must be the two keys of an account, access:secret")
    return value


def _kept_under(name: str, default: Path) -> str:
    """A folder, or an address of a kind that fsspec knows; whether it can be reached shows when it is used."""
    value = os.environ.get(name, "").strip() or str(default)
    scheme, is_address, rest = value.partition("://")
    if not is_address:
        return value
    # Most instances keep them in a folder, and need not wait for it.
    from fsspec import available_protocols

    if not rest or scheme.split("::")[-1] not in available_protocols():
        raise SettingsError(f"{name} must be a folder or an address of a kind that fsspec knows, not {scheme}://")
    return value


def _mail_server(address: str) -> dict[str, Any]:
    """Turn `smtp://user:password@host:port` into Django's form; `smtps://` is TLS, `smtp+tls://` STARTTLS."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise SettingsError(f"CONDUCTATLAS_MAIL can't be read as an address ({error})") from error
    if parts.scheme not in ("smtp", "smtps", "smtp+tls") or not parts.hostname:
        raise SettingsError("CONDUCTATLAS_MAIL must begin with smtp://, smtps:// or smtp+tls:// and name a host")
    return {
        "EMAIL_HOST": unquote(parts.hostname),
        "EMAIL_PORT": port or {"smtp": 25, "smtps": 465, "smtp+tls": 587}[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
    }


def _database(address: str) -> dict[str, Any]:
    """Turn `sqlite:///path`, `postgresql://user:password@host:port/name` or a bare path into Django's form."""
    try:
        parts = urlsplit(address)
        port = parts.port if parts.scheme in ("postgresql", "postgres") else None
    except ValueError as error:
        raise SettingsError(f"CONDUCTATLAS_DATABASE can't be read as an address ({error})") from error
    if parts.scheme in ("postgresql", "postgres"):
        if not parts.path.strip("/"):
            raise SettingsError("CONDUCTATLAS_DATABASE must name a database, as postgresql://host/name does")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            # A server that listens on a socket in the file system is named as `postgresql:///name?host=/directory`.
            "HOST": unquote(parts.hostname or "") or parse_qs(parts.query).get("host", [""])[0],
            "PORT": str(port or ""),
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

# Signs sessions and links. Without one, a key is made at random and kept in the data folder.
SECRET_KEY = os.environ.get("CONDUCTATLAS_SECRET_KEY") or _kept_key(DATA_DIRECTORY / "secret-key")

# The names under which the site may be asked for.
ALLOWED_HOSTS = _words("CONDUCTATLAS_HOSTS", "localhost 127.0.0.1 [::1]")

# The address under which the public knows this instance; citations and feeds use it. No slash at its end.
PUBLIC_ADDRESS = _web_address("CONDUCTATLAS_PUBLIC_ADDRESS", "http://localhost:8000")

# Live capture.

# Whom a platform's operators may write to about our requests: a web page or a mail address. Each request names it.
CAPTURE_CONTACT = os.environ.get("CONDUCTATLAS_CAPTURE_CONTACT", "").strip()

# Networks around this machine that may be fetched from all the same, on every port; by default none of them is.
CAPTURE_ALLOWED_NETWORKS = _networks("CONDUCTATLAS_CAPTURE_ALLOWED_NETWORKS")

# The ports on which other addresses may be asked.
CAPTURE_PORTS = _ports("CONDUCTATLAS_CAPTURE_PORTS", "80 443 8080 8443")

# Hosts whose robots.txt is not asked, since the operator decided so and answers for it.
CAPTURE_IGNORED_ROBOTS = frozenset(_words("CONDUCTATLAS_CAPTURE_IGNORED_ROBOTS", ""))

# The seconds between two requests to one host; up to half as much more comes at random.
CAPTURE_PAUSE = _amount("CONDUCTATLAS_CAPTURE_PAUSE", 2, 0)

# The seconds that one request may take in all, and the bytes that it may bring, compressed or not.
CAPTURE_TIMEOUT = _amount("CONDUCTATLAS_CAPTURE_TIMEOUT", 90, 1)
CAPTURE_LARGEST = int(_amount("CONDUCTATLAS_CAPTURE_LARGEST", 16 * 2**20, 1024))

# The browser for pages that need their scripts: the command or path of a Chromium.
CAPTURE_BROWSER = os.environ.get("CONDUCTATLAS_CAPTURE_BROWSER", "")

# Where the bytes that captures brought are kept: a folder, or any address that fsspec can open (s3://bucket/path).
SNAPSHOTS = _kept_under("CONDUCTATLAS_SNAPSHOTS", DATA_DIRECTORY / "snapshots")

# The folder for the WARC files, in which each exchange is recorded.
WARCS = Path(os.environ.get("CONDUCTATLAS_WARCS", "") or DATA_DIRECTORY / "warcs").resolve()

# Second copies: the web archive that is asked and told, and the `access:secret` keys of an account there.
WAYBACK_ADDRESS = _web_address("CONDUCTATLAS_WAYBACK_ADDRESS", "https://web.archive.org")
WAYBACK_KEYS = _keys("CONDUCTATLAS_WAYBACK_KEYS")

# Accounts, plans and mail.

# Who may make an account: everybody (open), those whom a member or operator invited (invited), or nobody (closed).
ACCOUNTS = _one_of("CONDUCTATLAS_ACCOUNTS", ("open", "invited", "closed"))

# Whether what an account may do depends on its plan. Without plans, everything is open to everybody.
PLANS = _flag("CONDUCTATLAS_PLANS", False)

# Where mail is handed in: `smtp://user:password@host:port`, `smtps://…` (TLS) or `smtp+tls://…` (STARTTLS). Without
# it, mails are written as files into the data folder.
_MAIL = os.environ.get("CONDUCTATLAS_MAIL", "").strip()
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _MAIL else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = str(DATA_DIRECTORY / "mail")
EMAIL_TIMEOUT = 30
globals().update(_mail_server(_MAIL) if _MAIL else {})

# The sender of all mail.
DEFAULT_FROM_EMAIL = os.environ.get("CONDUCTATLAS_MAIL_FROM", "").strip() or "ConductAtlas <atlas@localhost>"

# Payment: the secret key and the secret of the webhook at Stripe, and another address than Stripe's own. Without keys,
# operators assign plans by hand.
STRIPE_KEY = os.environ.get("CONDUCTATLAS_STRIPE_KEY", "").strip()
STRIPE_WEBHOOK_SECRET = os.environ.get("CONDUCTATLAS_STRIPE_WEBHOOK_SECRET", "").strip()
STRIPE_ADDRESS = os.environ.get("CONDUCTATLAS_STRIPE_ADDRESS", "").strip().rstrip("/")

# A company's own log-in by OpenID Connect: the issuer's address, and the id and secret that it gave this site.
OPENID_ISSUER = os.environ.get("CONDUCTATLAS_OPENID_ISSUER", "").strip().rstrip("/")
OPENID_CLIENT = os.environ.get("CONDUCTATLAS_OPENID_CLIENT", "").strip()
OPENID_SECRET = os.environ.get("CONDUCTATLAS_OPENID_SECRET", "").strip()
OPENID_NAME = os.environ.get("CONDUCTATLAS_OPENID_NAME", "").strip() or "your company"

# What the site shows.

# A folder of further fonts (TTF, OTF) for PDF files and cards, for scripts that the fonts inside Typst have not.
FONTS_DIRECTORY = os.environ.get("CONDUCTATLAS_FONTS", "")

# What was set in type is kept in the data folder, up to a number of files; it can be deleted at any time. How often
# somebody tried to sign in is counted in the database: all processes of the site must count together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cacheentry",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    "typeset": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIRECTORY / "typeset",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    },
}

INSTALLED_APPS = [
    # Before allauth: where both have a template, ours is shown.
    "conductatlas.site",
    "conductatlas.records",
    "conductatlas.accounts",
    "conductatlas.monitoring",
    "conductatlas.workbench",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "conductatlas.site.access.private_pages_are_not_kept",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "conductatlas.accounts.sessions.SessionsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

# How many proxies of our own stand before the site: so many addresses at the end of X-Forwarded-For are believed.
PROXIES = _count("CONDUCTATLAS_PROXIES", 0)

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
_PASSWORDS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_PASSWORDS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_PASSWORDS}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{_PASSWORDS}.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/account"
LOGOUT_REDIRECT_URL = "/"
SESSION_COOKIE_SECURE = PUBLIC_ADDRESS.startswith("https:")
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Forms are guarded against being sent from elsewhere.
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
        "OPTIONS": {
            "context_processors": [
                "conductatlas.site.context.site",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# How people sign in: by e-mail address, which is confirmed; with a second factor or a passkey if they have one.
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_ADAPTER = "conductatlas.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {"signup": "conductatlas.accounts.signing_up.SignupForm"}
# Whoever confirms in the browser in which they signed up is signed in; the link alone signs nobody in.
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = urlsplit(PUBLIC_ADDRESS).scheme or "https"
MFA_ADAPTER = "conductatlas.accounts.adapter.FactorAdapter"
# Whoever has a second factor may change their address too: the new one opens nothing before it is confirmed.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {"add_webauthn": "conductatlas.accounts.signing_up.PasskeyForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "ConductAtlas"
USERSESSIONS_TRACK_ACTIVITY = True
SOCIALACCOUNT_ADAPTER = "conductatlas.accounts.adapter.CompanyAdapter"
# Whoever the company vouches for enters the account with the same confirmed address; the adapter looks closely.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "company",
                "name": OPENID_NAME,
                "client_id": OPENID_CLIENT,
                "secret": OPENID_SECRET,
                "settings": {"server_url": OPENID_ISSUER},
            }
        ]
        if OPENID_ISSUER
        else [],
    }
}

STATIC_URL = "/static/"
# Static files are served out of the package as they are: there is nothing to collect.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "connect-src": ["'self'"],
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
