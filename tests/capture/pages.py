"""Pages as a fetch brings them, for tests that need no server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from conductatlas.capture.fetching import Fetched, Redirect, TlsFacts

NOON = datetime(2026, 11, 25, 12, 0, 0, 250_000, UTC)


def page(body: bytes = b"<p>The terms.</p>", **parts: Any) -> Fetched:
    """A page; `parts` replace what it usually has."""
    usual: dict[str, Any] = {
        "address": "https://hearthbook.example/terms",
        "final_address": "https://www.hearthbook.example/legal/terms?v=2",
        "redirects": (Redirect("https://hearthbook.example/terms", 301, "//www.hearthbook.example/legal/terms?v=2"),),
        "status": 200,
        "status_text": "OK",
        "headers": (
            ("Content-Type", "text/html; charset=utf-8"),
            ("Transfer-Encoding", "chunked"),
            ("X-Odd", "ä\udcff"),
        ),
        "body": body,
        "raw": body,
        "content_type": "text/html; charset=utf-8",
        "charset": "utf-8",
        "started_at": NOON - timedelta(seconds=1),
        "fetched_at": NOON,
        "request_headers": (("Host", "www.hearthbook.example"), ("User-Agent", "ConductAtlas/test")),
        "peer": "192.0.2.7",
        "tls": TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", "ab" * 32, "CN=hearthbook", "O=Authority", NOON, NOON),
    }
    return Fetched(**usual | parts)
