"""A small OpenID Connect provider on loopback: discovery, authorisation with PKCE, tokens, who it is."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

CLIENT, SECRET = "conductatlas", "only-for-tests-" * 3


class Company:
    """The provider; `claims` is what it says of whoever signs in next, and `denies` whether it lets them."""

    def __init__(self) -> None:
        self.claims: dict[str, Any] = {}
        self.denies = False
        self.audience = CLIENT
        self._challenges: dict[str, str] = {}
        company = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked = urlsplit(self.path)
                company._answer(self, asked.path, parse_qs(asked.query))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                company._answer(self, self.path, parse_qs(body))

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def settings(self) -> dict[str, Any]:
        """What makes the site use it, as `conductatlas.settings` makes it of the environment."""
        app = {"provider_id": "company", "name": "Lantern Works", "client_id": CLIENT, "secret": SECRET}
        apps = [app | {"settings": {"server_url": self.address}}]
        return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}}

    def close(self) -> None:
        """Stop."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

    def _answer(self, handler: BaseHTTPRequestHandler, path: str, query: dict[str, list[str]]) -> None:
        asked = {name: values[0] for name, values in query.items()}
        if path == "/authorize":
            return self._redirect(handler, asked)
        if path == "/userinfo":
            values, status = self.claims, 200
        else:
            values, status = self._token(asked) if path == "/token" else self._discovery()
        content = json.dumps(values).encode()
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)
        return None

    def _discovery(self) -> tuple[dict[str, Any], int]:
        names = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        endpoints = {f"{name}_endpoint": f"{self.address}/{path}" for name, path in names.items()}
        methods = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
        return {"issuer": self.address, "jwks_uri": f"{self.address}/jwks", **endpoints, **methods}, 200

    def _redirect(self, handler: BaseHTTPRequestHandler, asked: dict[str, str]) -> None:
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        code = f"code-{len(self._challenges)}"
        self._challenges[code] = asked["code_challenge"]
        answer = {"error": "access_denied"} if self.denies else {"code": code}
        handler.send_response(302)
        handler.send_header("Location", f"{asked['redirect_uri']}?{urlencode(answer | {'state': asked['state']})}")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    def _token(self, asked: dict[str, str]) -> tuple[dict[str, Any], int]:
        digest = hashlib.sha256(asked["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if asked["client_secret"] != SECRET or self._challenges.pop(asked["code"], "") != challenge:
            return {"error": "invalid_grant"}, 400
        now = int(time.time())
        said = {"iss": self.address, "aud": self.audience, "iat": now, "exp": now + 60, **self.claims}
        token = jwt.encode(said, SECRET, algorithm="HS256")
        return {"access_token": "token", "token_type": "Bearer", "id_token": token, "expires_in": 60}, 200
