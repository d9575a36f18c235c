"""Signed webhooks: a POST with JSON, signed as docs/operating.md says, to an address that is guarded like a capture's.

The signature is HMAC-SHA256 (RFC 2104) over the time of sending, a full stop, and the body.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from conductatlas.capture.fetching import Answer, FetchError, HttpClient, Limits, parse_address, policy_from_settings
from conductatlas.monitoring.sending.outcome import Fault, Outcome

SIGNATURE = "ConductAtlas-Signature"
_LIMITS = Limits(connect=5.0, read=10.0, total=15.0, body=64 * 2**10, redirects=0, connections=1)
_GONE = 410


def signature(secret: str, at: datetime, body: bytes) -> str:
    """The value of the header that signs a body: `t=SECONDS,v1=HEX`."""
    seconds = int(at.timestamp())
    code = hmac.new(secret.encode(), f"{seconds}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={seconds},v1={code}"


def post(address: str, secret: str, values: Mapping[str, Any], at: datetime) -> tuple[Outcome, bytes]:
    """Send values to a webhook; also gives what it answered. Never raises for what the other side does."""
    body = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    headers = {"Content-Type": "application/json", "Accept": "*/*", SIGNATURE: signature(secret, at, body)}
    try:
        answer = asyncio.run(_exchange(address, headers, body))
    except FetchError as error:
        return Outcome(f"{error.reason.value}: {error.detail}".removesuffix(": "), Fault.PASSING), b""
    if 200 <= answer.status < 300:
        return Outcome(f"answered {answer.status}"), answer.body
    what = "answered with a redirect, which is not followed" if 300 <= answer.status < 400 else "answered"
    return Outcome(f"{what}: {answer.status}", Fault.CHANNEL if answer.status == _GONE else Fault.PASSING), answer.body


async def _exchange(address: str, headers: Mapping[str, str], body: bytes) -> Answer:
    policy = replace(policy_from_settings(), limits=_LIMITS)
    async with HttpClient(policy) as client:
        return await client.exchange(parse_address(address), headers=headers, form=body)
