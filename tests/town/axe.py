"""axe-core in the page that is open, run past the Content Security Policy and not by loosening it."""

from pathlib import Path

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
EVERYTHING = {"resultTypes": ["violations"]}
# What the width or the colours change; the rest of the document stays the same.
APPEARANCE = EVERYTHING | {"runOnly": ["color-contrast", "link-in-text-block", "target-size"]}
APPEARANCE["rules"] = {"target-size": {"enabled": True}}
EVERYTHING["rules"] = {"target-size": {"enabled": True}}
BUT_COLOURS = EVERYTHING | {"rules": EVERYTHING["rules"] | {"color-contrast": {"enabled": False}}}


def bring_axe(page):
    """Have axe in whatever this page opens from now on."""
    page.add_init_script(path=AXE)


def faults(page, options=EVERYTHING):
    """What axe finds wrong in the open page, one line a node."""
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))} — {node['html'][:160]}"
        for rule in found
        for node in rule["nodes"]
    ]
