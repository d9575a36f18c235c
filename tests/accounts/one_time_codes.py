"""The codes of an authenticator app (RFC 6238: HMAC-SHA-1, six digits, half a minute)."""

from __future__ import annotations

import base64
import hmac
import struct
import time


def code_of(key: str, at: float | None = None) -> str:
    """The code that an app with this key shows."""
    counter = struct.pack(">Q", int(time.time() if at is None else at) // 30)
    digest = hmac.digest(base64.b32decode(key), counter, "sha1")
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
