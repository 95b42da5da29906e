"""What the sign-in library says, in our words. The library names its messages by template; so do we."""

from typing import Any

from django.utils.translation import gettext_lazy as _

# Empty: the page itself already says it.
MESSAGES: dict[str, Any] = {
    "account/messages/cannot_delete_primary_email.txt": _("Tego adresu nie można usunąć: na niego przychodzą kody."),
    "account/messages/email_confirmation_failed.txt": _("Nie udało się potwierdzić adresu %(email)s."),
    "account/messages/email_confirmation_sent.txt": "",
    "account/messages/email_confirmed.txt": _("Adres %(email)s jest potwierdzony."),
    "account/messages/email_deleted.txt": _("Adres %(email)s został usunięty."),
    "account/messages/logged_in.txt": "",
    "account/messages/logged_out.txt": _("Wylogowano."),
    "account/messages/login_code_sent.txt": "",
    "account/messages/primary_email_set.txt": _("Adres został zmieniony."),
    "account/messages/unverified_primary_email.txt": _("Najpierw potwierdź ten adres."),
    "mfa/messages/recovery_codes_generated.txt": _("Kody zapasowe są gotowe. Działają tylko te."),
    "mfa/messages/totp_activated.txt": _("Aplikacja z kodami jest włączona."),
    "mfa/messages/totp_deactivated.txt": _("Aplikacja z kodami jest wyłączona."),
    "mfa/messages/webauthn_added.txt": _("Klucz dostępu został dodany."),
    "mfa/messages/webauthn_removed.txt": _("Klucz dostępu został usunięty."),
    "socialaccount/messages/account_connected.txt": _("Konto zostało połączone."),
    "socialaccount/messages/account_connected_other.txt": _("To konto jest już połączone z inną osobą."),
    "socialaccount/messages/account_connected_updated.txt": _("Konto zostało połączone."),
    "socialaccount/messages/account_disconnected.txt": _("Konto zostało odłączone."),
}

ERRORS: dict[str, Any] = {
    "account_inactive": _("To konto jest nieczynne."),
    "cannot_remove_primary_email": _("Tego adresu nie można usunąć: na niego przychodzą kody."),
    "duplicate_email": _("To już jest Twój adres."),
    "email_taken": _("Ten adres należy już do innego konta. Wyloguj się i zaloguj nim albo podaj inny."),
    "incorrect_code": _("Kod się nie zgadza. Przepisz go z ostatniego listu; kreska nie ma znaczenia."),
    "invalid_login": _("Wpisz adres e-mail, na przykład anna@przyklad.pl."),
    "invalid_or_expired_key": _("Ten odnośnik już nie działa."),
    "max_email_addresses": _("Nie można dodać więcej niż %d adresów."),
    "rate_limited": _("Za dużo prób naraz. Odczekaj minutę i spróbuj ponownie."),
    "same_as_current": _("To jest obecny adres. Wpisz nowy."),
    "too_many_login_attempts": _("Za dużo prób. Odczekaj kilka minut i poproś o nowy kod."),
    "unverified_primary_email": _("Najpierw potwierdź ten adres."),
}

FACTOR_ERRORS: dict[str, Any] = {
    "add_email_blocked": _("Konto chronione drugim składnikiem nie przyjmuje dodatkowych adresów."),
    "cannot_delete_authenticator": _("Tego zabezpieczenia nie można wyłączyć."),
    "cannot_generate_recovery_codes": _("Kody zapasowe są potrzebne dopiero z aplikacją lub kluczem dostępu."),
    "incorrect_code": _("Kod się nie zgadza. Wpisz ten, który aplikacja pokazuje teraz, albo nieużyty kod zapasowy."),
    "unverified_email": _("Najpierw potwierdź swój adres e-mail."),
}
PASSKEY_FAILED = _("Nie udało się użyć klucza dostępu. Spróbuj jeszcze raz albo wybierz inny sposób.")

OTHER_ACCOUNT_ERRORS: dict[str, Any] = {
    "email_taken": _("Ten adres ma już konto. Zaloguj się kodem z listu, a potem połącz z nim konto „%s”."),
    "invalid_token": _("Odpowiedź drugiej strony jest nieważna. Spróbuj ponownie."),
    "no_verified_email": _("Twoje konto nie ma potwierdzonego adresu e-mail."),
    "disconnect_last": _("Tego konta nie można odłączyć: to jedyny sposób logowania."),
    "connected_other": _("To konto jest już połączone z inną osobą."),
}

# What a letter says has changed about signing in.
CHANGES: dict[str, Any] = {
    "email_changed": _("Adres e-mail Twojego konta został zmieniony. Kody i listy przychodzą odtąd na nowy adres."),
    "email_deleted": _("Adres e-mail został usunięty z Twojego konta."),
    "totp_activated": _("Włączono aplikację z kodami."),
    "totp_deactivated": _("Wyłączono aplikację z kodami."),
    "webauthn_added": _("Dodano klucz dostępu."),
    "webauthn_removed": _("Usunięto klucz dostępu."),
    "recovery_codes_generated": _("Utworzono kody zapasowe. Wcześniejsze, jeśli były, już nie działają."),
    "account_connected": _("Połączono konto z innego serwisu, którym można się teraz logować."),
    "account_disconnected": _("Odłączono konto z innego serwisu."),
}

AGAIN = {
    "mfa_reauthenticate": _("Kod z aplikacji albo kod zapasowy"),
    "mfa_reauthenticate:webauthn": _("Klucz dostępu"),
    "people_prove": _("Kod z listu"),
}
