# ruff: noqa: E501
"""Values and requests as nobody writes them on purpose, except to see what breaks."""

import json
from urllib.parse import quote_from_bytes, urlencode

LONG = "ż" * 5_000
VALUES = [
    "", " ", "\0", "a\0b", "²", "١٢", "-1", "0", "1e308", "-1e308", "NaN", "inf", "-inf", "9" * 400, "2147483648",
    "9223372036854775808", "-9223372036854775809", "0x10", "1_000", "½", "٣", "true", "null", "None", "[]", "{}",
    LONG, "%", "%s", "%(x)s", "{0}", "{{ 7 }}", "'", "\"", "' OR 1=1 --", "\\", "<script>alert(1)</script>",
    "../../etc/passwd", "..\\..\\", "/", "//evil.example/", "javascript:alert(1)", "\r\nSet-Cookie: a=b", "\u202e",
    "\u200b", "\ufeff", "\ufffe", "\U0001f9f6", "e\u0301" * 50, "I\u0307", "ß", "ﬁ", "NEAR(a b)", "a AND", "\"a", "a*",
    "a:b", "^a", "(((((", "-", "*", "łódź OR", "31.02.2026", "2026-13-01", "0000-00-00", "9999-12-31", "10000-01-01",
    "0001-01-01", "2026-11-20T25:61", "-0", "1,5", "1.000,00", "+48", "a@b", "a@" + "b" * 300 + ".pl", "@", "a@@b.pl",
    "00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-00000000000", "urn:uuid:1", "0000", "sqlite_master",
]  # fmt: skip
RAW = [b"%00", b"%ff", b"%c0%80", b"%ed%a0%80", b"%ed%b0%80", b"%f4%90%80%80", b"%", b"%zz", b"%e2%82", b"%0d%0a", b"%2f",
       b"%2e%2e%2f", b"%5c", b"%C2%B2", b"%D9%A1%D9%A2", b"%EF%BF%BE", b"+", b"%26", b"%3b", b"%u0000"]  # fmt: skip
PARAMETERS = ["q", "page", "sort", "order", "lang", "language", "next", "format", "on", "from", "to", "status", "area",
              "service", "group", "kind", "year", "month", "size", "view", "tab", "key", "id", "csrfmiddlewaretoken"]  # fmt: skip
TYPES = ["application/json", "text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=",
         "multipart/form-data; boundary=\xff", "application/x-www-form-urlencoded; charset=utf-7",
         "application/x-www-form-urlencoded; charset=nonsense", "application/octet-stream", "x", ""]  # fmt: skip
HEADERS = {
    "HTTP_ACCEPT_LANGUAGE": ["", "xx", "pl;q=NaN", "uk-UA,en;q=1e9", "*" * 600, "\xff", "pl\x00", "zh-Hant-TW-x-" + "a" * 90],
    "HTTP_REFERER": ["", "x", "javascript:alert(1)", "http://[", "http://testserver/\x00", "//evil.example", "\xff" * 90],
    "HTTP_COOKIE": ["", "sessionid=", "sessionid=\x00", "sessionid=" + "a" * 4_000, "django_language=../../x", "a;;=;b", "\xff"],
    "HTTP_ACCEPT": ["", "*/*;q=x", "application/json", "\xff", "text/html;" * 200],
    "HTTP_HX_REQUEST": ["true", "\x00"],
    "HTTP_HX_CURRENT_URL": ["x", "http://[", "http://testserver/%ff"],
    "HTTP_HX_TARGET": ["x", "#\x00", "a" * 5_000],
    "HTTP_X_REQUESTED_WITH": ["XMLHttpRequest"],
    "HTTP_IF_MODIFIED_SINCE": ["x", "Fri, 99 Nov 99999 00:00:00 GMT", ""],
    "HTTP_IF_NONE_MATCH": ["\"", "*", "W/\"" + "a" * 900],
    "HTTP_RANGE": ["bytes=-1", "bytes=9-1", "bytes=a-b"],
    "HTTP_X_FORWARDED_FOR": ["x", "1.2.3.4, ::1", "999.999.999.999", "a" * 900],
    "HTTP_USER_AGENT": ["", "\xff", "a" * 5_000],
    "HTTP_HOST": ["x", "testserver:99999", "[", "testserver:x"],
}  # fmt: skip
METHODS = ["get"] * 8 + ["post"] * 8 + ["head", "put", "patch", "delete", "options", "trace", "XYZZY"]
FILES = {
    "x.xlsx": b"PK\x03\x04" + b"\0" * 200, "x.csv": b"\xff\xfe\x00a;b\n\"", "x.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 30,
    "x.zip": b"PK\x05\x06" + b"\0" * 18, "x.ods": b"not a sheet", "": b"", "../../x\x00.csv": b"a,b\n1", "x" * 400: b"\0",
    "x.svg": b"<svg onload='alert(1)'/>", "x.json": b"[" * 3_000, "x.geojson": b"{\"type\": NaN}",
}  # fmt: skip


def segment(rng):
    """One piece of a path, already quoted or not at all."""
    if rng.random() < 0.5:
        return rng.choice(RAW).decode()
    return quote_from_bytes(rng.choice(VALUES)[:900].encode("utf8", "surrogatepass"), safe="")


def address(rng, plain):
    """The address itself, or with one segment spoiled, and often with a hostile query."""
    if rng.random() < 0.35:
        parts = plain.split("/")
        place = rng.randrange(1, max(2, len(parts) - 1))
        parts[place] = segment(rng) if rng.random() < 0.8 else parts[place] + segment(rng)
        plain = "/".join(parts)
    return plain


def query(rng, names):
    if rng.random() < 0.3:
        return ""
    pairs = [(rng.choice(names), rng.choice(VALUES)) for _ in range(rng.randrange(1, 5))]
    written = urlencode(pairs, errors="surrogatepass")
    return written + (f"&{rng.choice(names)}={rng.choice(RAW).decode()}" if rng.random() < 0.3 else "")


def multipart(rng, names):
    """A body of parts that may be cut off in the middle."""
    lines = []
    for name in rng.sample(names, min(len(names), rng.randrange(1, 6))):
        file = f'; filename="{rng.choice(list(FILES))}"' if rng.random() < 0.5 else ""
        content = rng.choice(list(FILES.values())) if file else rng.choice(VALUES).encode("utf8", "surrogatepass")
        lines += [b"--edge", f'Content-Disposition: form-data; name="{name}"{file}'.encode(), b"", content]
    body = b"\r\n".join([*lines, b"--edge--", b""])
    return body[: rng.randrange(len(body))] if rng.random() < 0.2 else body


def body(rng, names):
    """(body, content type): a form mostly, sometimes with a few honest values, sometimes no form at all."""
    dice = rng.random()
    if dice < 0.55:
        chosen = [n for n in names if rng.random() < 0.7] or names[:1]
        pairs = [(n, rng.choice(["1", "on", "2026-11-20", "Tekst"] if rng.random() < 0.4 else VALUES)) for n in chosen]
        return urlencode(pairs, errors="surrogatepass").encode(), "application/x-www-form-urlencoded"
    if dice < 0.75:
        return multipart(rng, names), "multipart/form-data; boundary=edge"
    if dice < 0.9:
        thing = rng.choice([{n: rng.choice(VALUES) for n in names[:4]}, [], None, 1e308, "x", [[[]]] * 3])
        written = json.dumps(thing).encode()
        return (written[:-1] if rng.random() < 0.3 else written), "application/json"
    return rng.choice(VALUES).encode("utf8", "surrogatepass"), rng.choice(TYPES)


def headers(rng):
    if rng.random() < 0.75:
        return {}
    name = rng.choice(list(HEADERS))
    return {name: rng.choice(HEADERS[name])}
