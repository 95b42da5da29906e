"""What people do in every journey."""

from tkanka.network.people.tests.entering import code_in, letters_to


def enter_by_code(page, person, here=False):
    """Sign in with the code from the letter; `here`: the page already asks for the address."""
    if not here:
        page.goto("/account/login/")
    page.get_by_label("Adres e-mail").fill(person.email)
    page.get_by_role("button", name="Wyślij kod").click()
    page.get_by_label("Kod z listu").fill(code_in(letters_to(person.email)[-1]))
    page.get_by_role("button", name="Potwierdź").click()
    page.wait_for_url(lambda url: "/account/login" not in url)


def leave(page):
    page.goto("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Wyloguj się").click()
