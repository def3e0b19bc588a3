"""Inputs that an entry point once choked on, and some that others choke on."""

FOUND: dict[str, tuple[object, ...]] = {
    "front_matter": (
        "---\ntitle: !!python/object/apply:os.system [true]\n---\n",
        "---\na: &a [*a]\n---\n",
        "---\ntitle: 12:30:45\ndate: 2026-13-45\n---\nx",
        "---\n" + "[" * 20_000 + "\n---\n",
        "---\ntitle: \x00\n---\n",
    ),
    "html": (
        b"<div>" * 20_000,
        b"<html><meta charset=utf-7><p>+ADw-script+AD4-",
        b"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00",
        b"<![CDATA[" * 1_000,
        b"<table>" * 3_000 + b"x",
        b"<p><script></script>\x1f",
        b"<p><script></script>&#31;&#x1F&#0;",
    ),
    "feeds": (
        b'<!DOCTYPE a [<!ENTITY b "ccccc">]><rss><channel><title>&b;</title></channel></rss>',
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [null, 1, {"id": []}]}',
        b"<rss>" * 20_000,
        b"<urlset>\x1f",
        b"<?xml version='1.0' encoding='utf-7'?>",
        b'{"items": ' + b"[" * 5_000,
        b"\xef\xbb\xbf<rss><channel><item><link>http://[::1</link></item></channel></rss>",
    ),
    "addresses": (
        "http://[", "http://a:99999/", "http://a:b@c/", "https://\u2100.example/", "//", "http://%zz",
        "http://xn--a/", "http://" + "a." * 300,
    ),
    "questions": (
        '" OR 1=1 --', "NEAR(", "*", '"', "\x00", "(" * 300, "speaker:" * 60, "\ud800", "-" * 500,
        "before:99999", "9" * 500 + "d", "\ufdfa" * 500, "who said “" * 50,
    ),
    "custom_ids": ("by1:n:q:b:999999999:999:::::", "by1:::::::::", "by1", ":" * 100, "\ud800"),
    "gateway_events": (
        ("MESSAGE_CREATE", {}),
        ("MESSAGE_CREATE", None),
        ("INTERACTION_CREATE", {"id": "x", "type": 99}),
        ("GUILD_CREATE", {"id": "1", "channels": None}),
        ("MESSAGE_UPDATE", {"id": "1", "channel_id": "2", "author": {}}),
    ),
}  # fmt: skip
