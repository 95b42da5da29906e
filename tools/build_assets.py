"""Build what the pages serve but the repository does not keep: the icon sprite, the font subset, htmx, the map library
and the minified style sheet. Reads node_modules, writes build/static; runs again only where something is older.

    npm ci && python tools/build_assets.py [--force]
"""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
SOURCE = ROOT / "tkanka" / "ground" / "kit" / "static" / "kit"
TARGET = ROOT / "build" / "static"
INTER = MODULES / "@fontsource-variable" / "inter" / "files"
FEATURES = "kern,calt,locl,tnum,case"
# name of our subset -> file of fontsource it is cut from; the ranges stand in the style sheet
FONTS = {
    "inter-latin": "inter-latin-wght-normal",
    "inter-polish": "inter-latin-ext-wght-normal",
    "inter-cyrillic": "inter-cyrillic-wght-normal",
}
LICENCES = {
    "inter": MODULES / "@fontsource-variable" / "inter" / "LICENSE",
    "lucide": MODULES / "lucide-static" / "LICENSE",
    "htmx": MODULES / "htmx.org" / "LICENSE",
    "leaflet": MODULES / "leaflet" / "LICENSE",
}


class Missing(Exception):
    """Something the build reads is not there."""


def wanted(path: Path) -> Path:
    if not path.exists():
        raise Missing(f"{path.relative_to(ROOT)} is missing; run `npm ci` first")
    return path


def sprite(target: Path) -> None:
    """One file of symbols; the ids are ours, the drawings Lucide's, the mark our own."""
    names: dict[str, str] = tomllib.loads((ROOT / "tools" / "icons.toml").read_text())
    mark = inner((SOURCE / "mark.svg").read_text())
    symbols = [f'<symbol id="mark" viewBox="0 0 32 32">{mark}</symbol>']
    for ours, theirs in names.items():
        drawing = inner(wanted(MODULES / "lucide-static" / "icons" / f"{theirs}.svg").read_text())
        symbols.append(f'<symbol id="{ours}" viewBox="0 0 24 24">{drawing}</symbol>')
    note = "<!-- Icons: Lucide, ISC License, lucide.dev. Mark: Tkanka. -->"
    target.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{note}' + "\n".join(symbols) + "</svg>\n")


def inner(svg: str) -> str:
    """What stands between <svg …> and </svg>, without spare space."""
    found = re.search(r"<svg[^>]*>(.*)</svg>", svg, re.DOTALL)
    if not found:
        raise Missing("an icon is not an SVG file")
    return re.sub(r"\s*/>", "/>", re.sub(r">\s+<", "><", found[1].strip()))


def unicode_range(name: str) -> str:
    """The range our style sheet promises for a subset, so that the two cannot differ."""
    sheet = (SOURCE / "tkanka.css").read_text()
    found = re.search(rf"fonts/{name}\.woff2.*?unicode-range: ([^}}]+)}}", sheet)
    if not found:
        raise Missing(f"tkanka.css has no @font-face for {name}")
    return found[1].strip()


def font(target: Path) -> None:
    """Weights 400–700 and the characters of one subset, as WOFF2."""
    name = target.stem.removeprefix(".")
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    cut = instancer.instantiateVariableFont(TTFont(wanted(INTER / f"{FONTS[name]}.woff2")), {"wght": (400, 700)})
    between = BytesIO()  # the subsetter wants tables read from a file, not those the instancer holds open
    cut.save(between)
    cut = TTFont(BytesIO(between.getvalue()))
    options = subset.Options(flavor="woff2", layout_features=FEATURES.split(","))
    maker = subset.Subsetter(options)
    maker.populate(unicodes=subset.parse_unicodes(unicode_range(name).replace(" ", "")))
    maker.subset(cut)
    subset.save_font(cut, str(target), options)


def style(target: Path) -> None:
    target.write_text(minified((SOURCE / "tkanka.css").read_text()))


def minified(css: str) -> str:
    """The sheet without comments and spare space; strings and addresses stay as they are."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\x00{len(kept) - 1}\x00"

    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r'"[^"\n]*"|url\([^)]*\)', keep, css)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,])\s*", r"\1", css)
    css = re.sub(r":\s+", ":", css).replace(";}", "}").strip()
    return re.sub(r"\x00(\d+)\x00", lambda match: kept[int(match[1])], css)


def htmx(target: Path) -> None:
    shutil.copyfile(wanted(MODULES / "htmx.org" / "dist" / "htmx.min.js"), target)


def leaflet(target: Path) -> None:
    """The script without its source map, whose file is not served."""
    script = wanted(MODULES / "leaflet" / "dist" / "leaflet.js").read_text()
    target.write_text(re.sub(r"(?m)^//# sourceMappingURL=.*$", "", script))


def leaflet_style(target: Path) -> None:
    shutil.copytree(wanted(MODULES / "leaflet" / "dist" / "images"), target.parent / "images", dirs_exist_ok=True)
    shutil.copyfile(wanted(MODULES / "leaflet" / "dist" / "leaflet.css"), target)


def rare(target: Path) -> None:
    """Rarer letters, fetched by a browser only when a page has one."""
    shutil.copyfile(wanted(INTER / "inter-latin-ext-wght-normal.woff2"), target)


def licences(target: Path) -> None:
    """What the makers of the parts ask us to hand on with them."""
    texts = [f"## {name}\n\n{wanted(path).read_text()}" for name, path in LICENCES.items()]
    target.write_text("\n\n".join(texts))


def plan() -> dict[str, Callable[[Path], None]]:
    return {
        "kit/icons.svg": sprite,
        "kit/tkanka.min.css": style,
        **{f"kit/fonts/{name}.woff2": font for name in FONTS},
        "kit/fonts/inter-latin-ext.woff2": rare,
        "kit/htmx.min.js": htmx,
        "kit/licences.txt": licences,
        "leaflet/leaflet.js": leaflet,
        "leaflet/leaflet.css": leaflet_style,
    }


def age_of_sources() -> float:
    """When the newest of what we build from was changed."""
    locks = [ROOT / "package.json", MODULES / ".package-lock.json"]
    ours = [Path(__file__), ROOT / "tools" / "icons.toml", SOURCE / "tkanka.css", SOURCE / "mark.svg"]
    return max(path.stat().st_mtime for path in locks + ours if path.exists())


def main(arguments: list[str]) -> int:
    newest = age_of_sources()
    try:
        wanted(MODULES / "lucide-static")
        for name, make in plan().items():
            target = TARGET / name
            if "--force" in arguments or not target.exists() or target.stat().st_mtime < newest:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.unlink(missing_ok=True)
                partial = target.with_name(f".{target.name}")
                make(partial)
                partial.replace(target)
                print(f"built {target.relative_to(ROOT)}  {target.stat().st_size:,} B")
    except Missing as error:
        print(f"build_assets: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
