"""What a short text says tells which kind of page stands in for a document, in several languages."""

from __future__ import annotations

import pytest

from conductatlas.reading import StandIn, stand_in


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Verify you are human by completing the action below.", StandIn.ROBOT_CHECK),
        ("Vérifiez que vous êtes humain", StandIn.ROBOT_CHECK),
        ("429 Too Many Requests", StandIn.RATE_LIMIT),
        ("Sorry, you have been blocked", StandIn.BLOCKED),
        ("Acceso denegado", StandIn.BLOCKED),
        ("The page you requested could not be found", StandIn.NOT_FOUND),
        ("Página não encontrada", StandIn.NOT_FOUND),
        ("ページが見つかりません", StandIn.NOT_FOUND),
        ("503 Service Temporarily Unavailable", StandIn.ERROR),
        ("Une erreur s’est produite", StandIn.ERROR),
        ("Sign in to continue", StandIn.LOG_IN),
        ("Bitte melden Sie sich an.", StandIn.LOG_IN),
        ("We use cookies", StandIn.CONSENT),
        ("Utilizziamo i cookie", StandIn.CONSENT),
        ("You need to enable JavaScript to run this app.", StandIn.SCRIPTS),
        ("Redirecting…", StandIn.REDIRECT),
        ("You may not sell your account.", None),
        ("You can sign in with a key, and we delete your data when you close your account.", None),
        ("", None),
    ],
)
def test_what_is_said(said: str, kind: StandIn | None) -> None:
    assert stand_in(said) is kind
