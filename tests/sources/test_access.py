"""Where a service is, and who sees a key."""

from __future__ import annotations

import pytest

from bib2awesome import plugins
from bib2awesome.config import Config, loads
from bib2awesome.errors import InputError
from bib2awesome.sources.access import access, mailto, user_agent

GITHUB = plugins.load("sources")["github"]
TOKEN = {"GITHUB_TOKEN": "secret"}
MIRROR = loads(b'[sources.github]\nurl = "https://mirror.example/github/"')


def test_the_public_address_by_default():
    assert access(GITHUB, Config(), {}) == ("https://api.github.com", None, "github", None)
    assert access(GITHUB, Config(), TOKEN).key == "secret"


def test_a_key_never_goes_to_an_address_that_only_the_survey_names():
    found = access(GITHUB, MIRROR, TOKEN)
    assert (found.url, found.key) == ("https://mirror.example/github", None)
    assert found.name == "github https://mirror.example/github"
    assert "BIB2AWESOME_GITHUB_URL" in (found.warning or "")
    assert "secret" not in (found.warning or "")
    assert access(GITHUB, MIRROR, {}).warning is None


def test_the_environment_wins_and_is_trusted():
    environ = TOKEN | {"BIB2AWESOME_GITHUB_URL": "http://127.0.0.1:9/github/"}
    assert access(GITHUB, MIRROR, environ) == (
        "http://127.0.0.1:9/github",
        "secret",
        "github",
        None,
    )


@pytest.mark.parametrize(
    "url",
    [
        "ftp://x",
        "x",
        "http://",
        "http://u@h",
        "http://h?x",
        "http://h:x",
        "http://[h",
        "http://h/\n",
    ],
)
def test_an_address_that_is_none_is_said(url):
    with pytest.raises(InputError, match="`BIB2AWESOME_GITHUB_URL` is not an http"):
        access(GITHUB, Config(), {"BIB2AWESOME_GITHUB_URL": url})


def test_the_mail_address():
    config = loads(b'[enrich]\nmailto = "a@example.org"')
    assert mailto(Config(), {}) is None
    assert mailto(config, {}) == "a@example.org"
    assert mailto(config, {"BIB2AWESOME_MAILTO": "b@example.org"}) == "b@example.org"
    with pytest.raises(InputError, match="not a mail address"):
        mailto(config, {"BIB2AWESOME_MAILTO": "b@example.org)\r\nX: y"})


def test_the_user_agent():
    assert user_agent("a@example.org").endswith("; mailto:a@example.org)")
    assert "mailto" not in user_agent(None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[enrich]\nmailto = "me"', "2:10: `enrich.mailto`: `me` is not a mail address"),
        ('[enrich]\nsources = ["crosref"]', "2:12: unknown source `crosref`"),
        (
            '[sources.doi]\nurl = "https://a?b"',
            "2:7: `sources.doi.url`: `https://a?b` is no base URL",
        ),
        ('[sources.doi]\nurl = "https://ä"', "2:7: `sources.doi.url`: `https://ä` is no base URL"),
        ('[sources.doi]\nkey = "x"', "2:1: unknown key `key` in `[sources.doi]`"),
    ],
)
def test_settings_are_checked(text, problem):
    with pytest.raises(InputError) as caught:
        loads(text.encode())
    (finding,) = caught.value.findings
    assert f"{finding.place}: {finding.message}" == f"categories.toml:{problem}"


def test_sources_of_others_have_settings_too():
    config = loads(
        b'[enrich]\nsources = ["hal"]\n[sources.hal]\nurl = "https://hal.example"', sources={"hal"}
    )
    assert config.enrich.sources == ("hal",)
    assert config.sources["hal"].url == "https://hal.example"
