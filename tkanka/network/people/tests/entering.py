"""Walking through sign-in as a browser without script does."""

import re

from allauth.account.models import EmailAddress
from django.urls import reverse

from tkanka.ground.notices.models import Message


def code_in(letter):
    return re.search(r"\d{4}-\d{4}", letter.text).group()


def letters_to(email):
    return list(Message.objects.filter(email=email).order_by("written_at"))


def kinds_to(email):
    return [letter.cause.split(".")[1].split(":")[0] for letter in letters_to(email)]


def ask_for_code(client, email, **more):
    return client.post(reverse("account_login"), {"login": email}, **more)


def answer_code(client, code, **more):
    return client.post(reverse("account_confirm_login_code"), {"code": code}, **more)


def enter(client, person):
    """Sign in with a code; returns the answer to it."""
    ask_for_code(client, person.email)
    return answer_code(client, code_in(letters_to(person.email)[-1]))


def confirmed(person):
    EmailAddress.objects.filter(user=person).update(verified=True)
    return person


def is_in(client):
    return client.get(reverse("people:account")).status_code == 200
