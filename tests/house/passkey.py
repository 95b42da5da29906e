"""A passkey as a browser would have registered it, for a page that lists them. No secret: nobody can sign with it."""

from base64 import urlsafe_b64encode

from fido2.cose import ES256
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData


def text(raw):
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def registered(key: bytes):
    """The stored form of the registration of the credential with this id."""
    public = ES256({1: 2, 3: -7, -1: 1, -2: b"x" * 32, -3: b"y" * 32})
    attested = AttestedCredentialData.create(Aaguid(b"\0" * 16), key, public)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT
    data = AuthenticatorData.create(b"\0" * 32, flags, 0, attested)
    client = CollectedClientData.create("webauthn.create", b"challenge", "https://localhost")
    response = {
        "clientDataJSON": text(bytes(client)),
        "attestationObject": text(bytes(AttestationObject.create("none", data, {}))),
    }
    return {
        "id": text(key),
        "rawId": text(key),
        "type": "public-key",
        "response": response,
        "clientExtensionResults": {},
    }
