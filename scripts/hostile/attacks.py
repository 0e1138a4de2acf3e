"""What is wrong with a request. Each comes from its seed alone, so that it can be repeated."""

import random
from urllib.parse import quote_from_bytes

from asking import Request
from places import Place

VALUES = [
    b"", b"\0", b"a\0b", b"\xff\xfe", b"\xed\xa0\x80", b"\xf0\x9f\x92\xa9",
    "\u202e\u0000ñ".encode(), b"'", b'"><script>', b"{{7*7}}", b"%", b"%s%n",
    b"../../etc/passwd", b"-1", b"0", b"9" * 19, b"9" * 400, b"1e999", b"NaN", b"-Infinity",
    b"1_0", "٣".encode(), "²".encode(), b"1.5", b"0x10", b"true", b"null", b"[]", b"{}",
    b"[" * 3000, b'{"a":' * 2000, b'[{"id":{"$gt":""}}]', b"{\"type\":\"\\ud800\"}",
    b"x" * 20000, b"2026-02-30", b"0001-01-01", b"9999-12-31", b"9999-12-31T23:59:59+14:00",
    b"a" * 300 + b"@b.co", b"\r\nX-A: b", b"1,2,,\0", b"1-2-3", b"es-co", b"*", b"\\", b"(((((",
    b"OR 1=1--",
]  # fmt: skip
NEXT = [
    b"//evil.example", b"https://evil.example", b"/\\evil.example", b"javascript:alert(1)",
    b"\0/", b"http://[", b"//[::1", b"///", b"/%00", b"/%ff", b"http:///x",
    b"\thttps://evil.example", b"/" * 3000, b"@", b"?",
]  # fmt: skip
METHODS = [
    "HEAD",
    "PUT",
    "PATCH",
    "DELETE",
    "OPTIONS",
    "TRACE",
    "PROPFIND",
    "get",
    "X" * 30,
    "POST",
]
HEADERS = [
    (b"SCRIPT_NAME", b"//evil.example"), (b"Script-Name", b"/x"), (b"X-Script-Name", b"/x"),
    (b"PATH_INFO", b"/y"), (b"X-Forwarded-Host", b"evil.example"),
    (b"X-Forwarded-Proto", b"gopher"), (b"X-Forwarded-Port", b"-1"),
    (b"X-Forwarded-For", b"' OR 1"), (b"X-Forwarded-For", b"1.2.3.4, " * 500),
    (b"Forwarded", b'for="[::'), (b"Host", b"evil.example"), (b"Host", b""),
    (b"Host", b"localhost:99999"), (b"Host", b"[::1"), (b"Host", b"\xff"),
    (b"Host", b"a" * 3000), (b"Accept-Language", b"x" * 5000),
    (b"Accept-Language", b"es-co;q=\xff,*;q=NaN"), (b"Accept", b"\xff/*;q=x"),
    (b"Accept-Charset", b"utf-7"), (b"Content-Type", b"text/html; charset=utf-99"),
    (b"Content-Type", b"application/x-www-form-urlencoded; charset=utf-16"),
    (b"Content-Type", b"\xff"), (b"Content-Type", b"application/json; charset=idna"),
    (b"Content-Type", b"application/json"), (b"Content-Type", b"multipart/form-data"),
    (b"Content-Type", b"multipart/form-data; boundary=" + b"x" * 500), (b"Referer", b"http://["),
    (b"Referer", b"\xff\0x"), (b"Origin", b"null"), (b"Origin", b"http://["),
    (b"Sec-Fetch-Site", b"cross-site"), (b"Range", b"bytes=9-1,-"),
    (b"If-None-Match", b'W/"\xff'), (b"Expect", b"x"),
    (b"If-Modified-Since", b"Mon, 99 Foo 99999"), (b"X-Requested-With", b"XMLHttpRequest"),
    (b"HX-Request", b"true"), (b"HX-Current-URL", b"http://["),
    (b"X-HTTP-Method-Override", b"DELETE"), (b"User-Agent", b"\xff" * 999),
    (b"Authorization", b"Basic \xff"), (b"Transfer-Encoding", b"gzip"),
    (b"Content-Encoding", b"gzip"),
]  # fmt: skip
COOKIES = [
    "sessionid",
    "csrftoken",
    "edition",
    "messages",
    "tier",
    "consultant",
    "basket",
    "wagtail",
]
TAILS = [
    b"%", b"%zz", b"%00", b"%ff", b"%ed%a0%80", b"..%2f..%2f", b"a/" * 1200, b"x" * 4000,
    b";a=b", b"%2e%2e/", b"//", b"\\", b"%0d%0aX:%20y", b"?" + b"a=1&" * 1200, b"?=&=&&",
    b"?%ff=%00", b"?a[b][c]=1", b"?p=1&p=2&p[]=3", b"'",
]  # fmt: skip


def attack(seed: str, known: list[Place], token: str) -> Request:
    """One hostile request to one of the places. ``token``: the visitor's own against forgery, so
    that a form is reached and not only its door.
    """
    chance = random.Random(seed)
    place = chance.choice(known)
    path = quote_from_bytes(place.path.encode(), safe="/@%").encode()
    kind = chance.choice(["field", "field", "field", "form", "path", "head", "method", "cookie"])
    if kind == "path":
        return Request(target=path + chance.choice(TAILS))
    if kind == "head":
        return Request(chance.choice(["GET", "POST"]), path, _some(chance, HEADERS), b"a=%ff&b")
    if kind == "method":
        return Request(chance.choice(METHODS), path, _some(chance, HEADERS, 1))
    if kind == "cookie":
        bad = chance.choice(VALUES).replace(b"\r\n", b"")[:4000]
        pair = chance.choice(COOKIES).encode() + b"=" + bad
        return Request(target=path, headers=((b"Cookie", pair),))
    fields = _fields(chance, place)
    if place.method == "GET" and kind == "field":
        return Request(target=path + b"?" + _encoded(fields), is_well_formed=True)
    fields = [pair for pair in fields if pair[0] != b"csrfmiddlewaretoken"]
    fields.append((b"csrfmiddlewaretoken", token.encode()))
    if kind == "form":
        return _multipart(chance, path, fields)
    form = (b"Content-Type", b"application/x-www-form-urlencoded")
    return Request("POST", path, (form,), _encoded(fields), is_well_formed=True)


def _some(chance, choices, most: int = 3) -> tuple:
    picked = chance.sample(choices, chance.randint(1, most))
    # A header given twice is refused by the server before anything of ours is reached.
    return tuple({name.lower(): (name, value) for name, value in picked}.values())


def _fields(chance, place: Place) -> list[tuple[bytes, bytes]]:
    """Every field of the form: one or two hostile, the others dull."""
    names = list(place.fields)
    hostile = set(chance.sample(names, min(len(names), chance.randint(1, 2))))
    fields = []
    for name in names:
        choices = NEXT if "next" in name or "url" in name else VALUES
        value = chance.choice(choices if name in hostile else [b"1", b"", b"a", b"on"])
        fields.append((name.encode(), value))
    if chance.random() < 0.1:
        fields += [(chance.choice(VALUES)[:200], b"1")] + fields * chance.randint(1, 3)
    return fields


def _encoded(fields) -> bytes:
    pairs = (quote_from_bytes(k, safe="") + "=" + quote_from_bytes(v, safe="") for k, v in fields)
    # So much of a line the server reads at all.
    return "&".join(pairs).encode()[:60000]


def _multipart(chance, path: bytes, fields) -> Request:
    """A form with files where there were words; half of them cut off or put together wrongly."""
    edge = b"edge"
    parts = []
    for name, value in fields:
        file = chance.choice([b"", b"", b'; filename="a.png"', b'; filename="../\xff\0.svg"'])
        clean = name.replace(b'"', b"").replace(b"\r\n", b"")
        parts.append(
            b"--" + edge + b'\r\nContent-Disposition: form-data; name="' + clean + b'"' + file
        )
        parts.append(b"\r\n\r\n" + value + b"\r\n")
    body = b"".join(parts) + b"--" + edge + b"--\r\n"
    wrong = chance.choice(["", "", "cut", "edge", "encoding"])
    if wrong == "cut":
        body = body[: chance.randrange(len(body))]
    elif wrong == "encoding":
        body = body.replace(b"\r\n\r\n", b"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
    named = b"other" if wrong == "edge" else edge
    kind = b"multipart/form-data; boundary=" + named
    return Request("POST", path, ((b"Content-Type", kind),), body)
