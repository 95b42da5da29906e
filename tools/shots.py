"""`make shots`: pictures of the demonstration, every kind of page as visitor, representative and coordinator.

It follows the links of the pages themselves, so a new page is in the pictures as soon as something leads to it.
"""

import os
import shutil
import subprocess
import sys
import time
from collections import deque
from urllib.parse import urlsplit
from urllib.request import urlopen

from demo import prepare, server_command, stop
from machine import ROOT, Missing, brought, find_chromium, free_port, say

FOLDER = ROOT / "build" / "shots"
SIZES = (360, 1280)
SCHEMES = ("light", "dark")
MOST_PAGES = 120
NETWORK = "razem"


def sessions():
    """Who is shown: role → session key ('' for a visitor)."""
    import django

    django.setup()
    from django.test import Client
    from django.utils import timezone

    from tkanka.network.networks.queries import network_by_slug, standing_of
    from tkanka.network.people.models import Person

    found, day, network = {"visitor": ""}, timezone.localdate(), network_by_slug(NETWORK)
    for person in Person.objects.order_by("email")[:500]:
        standing = standing_of(person, network, day)
        role = "coordinator" if "coordinator" in standing.offices else "main" if standing.speaks_for else ""
        if role and role not in found:
            client = Client()
            client.force_login(person)
            found[role] = client.cookies["sessionid"].value
    return found


def name_of(path):
    from django.urls import Resolver404, resolve

    try:
        return resolve(path).view_name
    except Resolver404:
        return None


def photograph(page, name):
    for width in SIZES:
        for scheme in SCHEMES:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=True)


def walk(page, url, role):
    """Breadth first over the links, one page of each name."""
    waiting, seen, taken = deque(["/", f"/n/{NETWORK}/", "/desk/"]), set(), 0
    while waiting and taken < MOST_PAGES:
        path = waiting.popleft()
        name = name_of(path)
        if not name or name in seen or "logout" in name:
            continue
        seen.add(name)
        response = page.goto(url + path, wait_until="load")
        if response is None or "text/html" not in response.headers.get("content-type", ""):
            continue
        if response.status == 200:
            photograph(page, f"{role}-{name.replace(':', '-')}")
            taken += 1
        links = page.eval_on_selector_all("a[href]:not([download])", "all => all.map(a => a.href)")
        waiting.extend(urlsplit(a).path for a in links if a.startswith(url))
    say(f"  {taken} pages as {role}")


def look_around(url):
    from playwright.sync_api import sync_playwright

    found = sessions()
    with sync_playwright() as playwright:
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=options)
        for role, key in found.items():
            context = browser.new_context(locale="pl")
            if key:
                context.add_cookies([{"name": "sessionid", "value": key, "url": url}])
            walk(context.new_page(), url, role)
        browser.close()


def wait_until_up(url):
    for _ in range(100):
        try:
            with urlopen(url, timeout=2):
                return
        except OSError as error:
            if getattr(error, "code", 0):
                return
            time.sleep(0.2)
    raise Missing("the server did not start")


def main():
    os.environ |= {"DEMO": "1", "DJANGO_SETTINGS_MODULE": "config.settings", "DJANGO_ALLOW_ASYNC_UNSAFE": "1"}
    sys.path.insert(0, str(ROOT))
    if brought(find_chromium, "chromium") is None:
        return "There is no Chromium on this machine; install it, or name one: CHROMIUM=/path make shots"
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    prepare(os.environ, develop=False)
    server = subprocess.Popen(server_command(port), cwd=ROOT, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        wait_until_up(url)
        look_around(url)
    finally:
        stop([server])
    say(f"The pictures are in {FOLDER}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Missing as missing:
        sys.exit(str(missing))
