"""People and their workspaces: their addresses."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path
from django.views.decorators.http import require_POST, require_safe

from conductatlas.site.routing import form, page
from conductatlas.site.views import account, invitations, organisations

_OF = "organisations/<slug:workspace>"

urlpatterns: list[URLPattern | URLResolver] = [
    *page("account", account.account, "account"),
    path("account/name", require_POST(account.rename), name="account-name"),
    path("account/export.json", require_safe(account.export), name="account-export"),
    path("account/delete", form(account.delete), name="account-delete"),
    path("account/invitations/<ordinal:number>", require_POST(invitations.take_up), name="invitation-take-up"),
    path("invitations/<name:token>", form(invitations.invitation), name="invitation"),
    path("organisations/new", form(organisations.create), name="organisation-new"),
    *page(_OF, organisations.organisation, "organisation"),
    *page(f"{_OF}/trail", organisations.trail, "organisation-trail"),
    path(f"{_OF}/rename", require_POST(organisations.rename), name="organisation-rename"),
    path(f"{_OF}/invite", require_POST(organisations.invite), name="organisation-invite"),
    path(
        f"{_OF}/invitations/<ordinal:number>/withdraw",
        require_POST(organisations.withdraw),
        name="organisation-invitation-withdraw",
    ),
    path(f"{_OF}/members/<ordinal:number>/role", require_POST(organisations.change_role), name="organisation-role"),
    path(f"{_OF}/members/<ordinal:number>/remove", require_POST(organisations.remove), name="organisation-remove"),
    path(f"{_OF}/hand-over", require_POST(organisations.hand_over), name="organisation-hand-over"),
    path(f"{_OF}/leave", require_POST(organisations.leave), name="organisation-leave"),
    path(f"{_OF}/delete", form(organisations.delete), name="organisation-delete"),
]
