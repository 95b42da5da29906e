"""What the keys in addresses stand for in the tests of the house."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from tests.house.objects import Keys, keyed
from tests.house.passkey import registered


@keyed("person")
def persons(world):
    return Keys(world.main.pk, world.cast.bea.pk, world.abroad.person.pk)


@keyed("people:end-session.key")
def sessions(world):
    def of(person):
        return UserSession.objects.create(user=person, session_key=f"key-{person.pk}", ip="127.0.0.1").pk

    return Keys(of(world.main), of(world.stranger))


@keyed("people.code")
def texts(world):
    return Keys("privacy")


@keyed("mfa_edit_webauthn.pk", "mfa_remove_webauthn.pk")
def passkeys(world):
    def of(person):
        kind = Authenticator.Type.WEBAUTHN
        return Authenticator.objects.create(
            user=person, type=kind, data={"name": "Klucz", "credential": registered(person.pk.bytes)}
        ).pk

    return Keys(of(world.main), of(world.stranger))


@keyed("provider_id")
def providers(world):
    return Keys("nobody")
