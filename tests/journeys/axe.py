"""axe-core on a page that a browser has open: WCAG 2.0–2.2 A and AA, and best practice."""

from functools import cache
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (390, 1280)
LOOKS = ("light", "dark")


@cache
def script():
    assert SCRIPT.exists(), "axe-core is missing; run make setup-dev"
    return SCRIPT.read_text("utf8")


def violations(page):
    """What axe holds against the page as it stands, one line a place."""
    # evaluate, not a script tag: the page's own Content-Security-Policy stays in force
    page.evaluate(f"{script()}\n;undefined")
    run = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"
    return [
        f"{fault['id']}: {place['target'][0]}: {place['html'][:160]} ({fault['help']})"
        for fault in page.evaluate(run, RULES)["violations"]
        for place in fault["nodes"]
    ]


def faults_of(browser, address, *, width, look):
    """Everything wrong with a page at one width in one look: axe, console errors, anything wider than the screen."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=look)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(f"console: {message.text}") if message.type == "error" else None)
    page.goto(address)
    faults = violations(page)
    beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    return faults + said + ([f"wider than the screen by {beyond} px"] if beyond > 0 else [])
