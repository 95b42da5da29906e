"""Where I am signed in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ..actions import end_session, end_sessions
from ..queries import session_of, sessions_of
from .account import me, oneself


@never_cache
@login_required
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    found = sessions_of(me(request).pk, timezone.now())
    return render(request, "people/sessions.html", {"sessions": found, "here": request.session.session_key})


@login_required
@require_POST
def end_one(request: HttpRequest, key: int) -> HttpResponse:
    person = me(request)
    session = session_of(person.pk, key)
    if session is None:
        raise Http404
    end_session(session=session, by=oneself(person), at=timezone.now())
    messages.success(request, _("To urządzenie zostało wylogowane."))
    return redirect("people:sessions")


@login_required
@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    person, here = me(request), request.session.session_key
    end_sessions(person=person, besides=here, by=oneself(person), at=timezone.now())
    messages.success(request, _("Wylogowano wszędzie poza tą przeglądarką."))
    return redirect("people:sessions")
