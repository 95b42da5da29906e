"""My account under /account/, and the library's routes that we use; none with passwords."""

from allauth.account import views as entrance_of_library
from allauth.mfa import urls as factors
from allauth.socialaccount import views as other_accounts
from django.urls import URLPattern, URLResolver, include, path

from .views import account, consents, elsewhere, entrance, proof, sessions

# The house adds what concerns all rooms at once: taking one's data along, and leaving for good.
own: list[URLPattern | URLResolver] = [
    path("", account.account, name="account"),
    path("sessions/", sessions.sessions, name="sessions"),
    path("sessions/<int:key>/end/", sessions.end_one, name="end-session"),
    path("sessions/end-others/", sessions.end_others, name="end-other-sessions"),
    path("consents/", consents.consents, name="consents"),
    path("consents/<slug:code>/give/", consents.give, name="give-consent"),
    path("consents/<slug:code>/withdraw/", consents.withdraw, name="withdraw-consent"),
    path("texts/<slug:code>/", consents.text, name="text"),
    path("prove/", proof.prove, name="prove"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", entrance_of_library.login, name="account_login"),
    path("login/code/", entrance.code_is_over, name="account_request_login_code"),
    path("login/code/confirm/", entrance_of_library.confirm_login_code, name="account_confirm_login_code"),
    path("logout/", entrance_of_library.logout, name="account_logout"),
    path("inactive/", entrance_of_library.account_inactive, name="account_inactive"),
    path("signup/", entrance_of_library.signup, name="account_signup"),
    path("confirm-email/", entrance_of_library.email_verification_sent, name="account_email_verification_sent"),
    path("reauthenticate/", entrance_of_library.reauthenticate, name="account_reauthenticate"),
    path("email/", entrance_of_library.email, name="account_email"),
    path("password/", entrance.no_passwords, name="account_change_password"),
    path("2fa/", include(factors)),
    path("3rdparty/", other_accounts.connections, name="socialaccount_connections"),
    path("3rdparty/signup/", other_accounts.signup, name="socialaccount_signup"),
    path("3rdparty/cancelled/", other_accounts.login_cancelled, name="socialaccount_login_cancelled"),
    path("3rdparty/error/", other_accounts.login_error, name="socialaccount_login_error"),
    path("3rdparty/<slug:provider_id>/login/", elsewhere.login, name="openid_connect_login"),
]

# The address another party sends people back to: registered there once, so without a language in front.
callbacks: list[URLPattern | URLResolver] = [
    path("account/3rdparty/<slug:provider_id>/callback/", elsewhere.callback, name="openid_connect_callback"),
]
