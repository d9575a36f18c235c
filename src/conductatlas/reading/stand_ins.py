"""Pages that stand in for the one that was asked for, told by what they say."""

from __future__ import annotations

import re
from enum import StrEnum


class StandIn(StrEnum):
    """What kind of page stands in for a document."""

    ROBOT_CHECK = "robot-check"
    RATE_LIMIT = "rate-limit"
    BLOCKED = "blocked"
    NOT_FOUND = "not-found"
    ERROR = "error"
    LOG_IN = "log-in"
    CONSENT = "consent"
    SCRIPTS = "scripts"
    REDIRECT = "redirect"


# In the order in which they are asked: a check for robots may also ask for cookies, an error page for a log-in.
_SAID: dict[StandIn, tuple[str, ...]] = {
    StandIn.ROBOT_CHECK: (
        r"just a moment|checking your browser|captcha|unusual traffic|are you a (?:robot|human)\?",
        r"pardon our interruption",
        r"verif(?:y|ying) (?:that )?you are (?:a )?human|attention required! \| cloudflare|bestätige.{0,20} ein mensch",
        r"vérifi(?:er|ez|ons|cation) que vous êtes (?:un )?humain|verifica que eres (?:un )?humano",
    ),
    StandIn.RATE_LIMIT: (r"too many requests|zu viele anfragen|trop de requêtes|demasiadas solicitudes",),
    StandIn.BLOCKED: (
        r"request (?:was |has been )?blocked|access (?:to this page )?(?:is |has been )?denied|you have been blocked",
        r"\b403\b.{0,40}forbidden|zugriff verweigert|accès (?:refusé|interdit)|acceso denegado|accesso negato",
        r"this (?:content|page|site|website) (?:is not|isn't) available in your (?:country|region)",
    ),
    StandIn.NOT_FOUND: (
        r"page (?:you (?:requested|want) )?(?:is|was|could)(?:n't| not) (?:be )?(?:found|available|loaded)",
        r"page not found",
        r"\b404\b.{0,40}(?:error|found)|(?:error|status) (?:code )?404|page (?:introuvable|indisponible)",
        r"seite (?:ist|wurde) (?:momentan )?nicht (?:verfügbar|gefunden)|seite nicht gefunden",
        r"página no (?:encontrada|disponible)|página não encontrada|pagina non trovata|pagina niet gevonden",
        r"(?:can't|cannot|couldn't) find (?:the|that|this) page|page (?:doesn't|does not|no longer) exists?",
        r"nie znaleziono strony|sidan (?:kunde inte hittas|finns inte)|siden blev ikke fundet|ページが見つかりません",
    ),
    StandIn.ERROR: (
        r"\b(?:403|429|500|502|503)\b.{0,40}(?:error|found|forbidden|unavailable)",
        r"(?:error|status) (?:code )?(?:403|429|500|502|503)|something went wrong|etwas schiefgegangen",
        r"refresh this page or try again",
        r"we'll be (?:right )?back|under maintenance|temporarily unavailable|service unavailable|wartungsarbeiten",
        r"une erreur (?:s'est produite|est survenue)|ha ocurrido un error|si è verificato un errore",
    ),
    StandIn.LOG_IN: (
        r"(?:log|sign) in to (?:continue|see|view)|please (?:log|sign) in to ",
        r"melde? dich an, um|bitte (?:melden sie sich|melde dich|loggen sie sich) |connectez-vous (?:pour|à)",
        r"inicia sesión para|accedi per|faça login para|log in om",
    ),
    StandIn.CONSENT: (
        r"accept (?:all )?(?:the )?cookies to (?:continue|proceed)|we use cookies",
        r"your (?:cookie|privacy) (?:choices|preferences)|manage (?:cookie )?(?:consent|preferences)",
        r"before you continue to|wir (?:verwenden|nutzen) cookies|alle(?: cookies)? akzeptieren",
        r"bevor sie (?:zu .{0,30} )?weitergehen",
        r"nous utilisons des cookies|tout accepter|utilizamos cookies|aceptar todas?",
        r"utilizziamo i cookie|accetta tutt[oi]",
    ),
    StandIn.SCRIPTS: (
        r"enable (?:javascript|cookies)|javascript is (?:disabled|required)|you need to enable javascript",
        r"javascript (?:aktivieren|ist deaktiviert)|activer javascript|active javascript|habilit(?:ar|e) javascript",
    ),
    StandIn.REDIRECT: (r"redirecting|please wait|you are being redirected|weiterleitung|redirection en cours",),
}
_PATTERNS = {kind: re.compile("|".join(said), re.IGNORECASE) for kind, said in _SAID.items()}


def stand_in(shown: str) -> StandIn | None:
    """Which kind of stand-in a text speaks like; None for any other text.

    Documents say such things too, so this is to be asked of short texts only, or of titles.
    """
    plain = shown.replace("’", "'")
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.search(plain)), None)
