"""What mail filters, chats and mail programs make of an address, each as its makers tell it.

Written from their descriptions, and apart from the code that undoes it.
"""

import re
from base64 import urlsafe_b64encode
from collections.abc import Callable
from random import Random
from urllib.parse import quote


class Wrapped(str):
    """An address after filters, and the link that is in it."""

    __slots__ = ("link",)
    link: str


def _safe_links(link: str, random: Random) -> str:
    place = random.choice(("eur01", "nam02", "gbr01"))
    found = quote(link, safe="")
    return f"https://{place}.safelinks.protection.outlook.com/?url={found}&data=05%7C02&reserved=0"


def _teams(link: str, _: Random) -> str:
    place = "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html"
    return f"{place}?url={quote(link, safe='')}&locale=en-gb"


def _redirect(link: str, random: Random) -> str:
    begins = (
        *("https://www.google.com/url?q=", "https://slack-redir.net/link?url="),
        *("https://linkprotect.cudasvc.com/url?a=", "https://secure-web.cisco.com/1aB-c/"),
        *("https://www.linkedin.com/redir/redirect?url=", "https://l.example/l.php?u="),
    )
    return f"{random.choice(begins)}{quote(link, safe=random.choice(('', '/:')))}&c=E,1"


def _proofpoint_2(link: str, _: Random) -> str:
    found = quote(link, safe="").replace("-", "%2D").replace("_", "%5F").replace("~", "%7E")
    found = found.replace("%2F", "_").replace("%", "-")
    return f"https://urldefense.proofpoint.com/v2/url?u={found}&d=DwMFaQ&c=x"


def _proofpoint_3(link: str, _: Random) -> str:
    """A run of at least two signs has its length as a letter behind two stars."""
    signs = "".join(re.findall(r"[^0-9A-Za-z/:.?=&_-]", link))
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

    def star(run: re.Match[str]) -> str:
        return "*" if len(run[0]) == 1 else f"**{letters[len(run[0]) - 2]}"

    found = re.sub(r"[^0-9A-Za-z/:.?=&_-]{1,60}", star, link)
    listed = urlsafe_b64encode(signs.encode()).decode().rstrip("=")
    return f"https://urldefense.com/v3/__{found}__;{listed}!!Ab!x$"


def _sophos(link: str, _: Random) -> str:
    found = urlsafe_b64encode(link.encode()).decode()
    return f"https://eu-central-1.protection.sophos.com?d=guide.example&u={found}&i=x"


def _percent(link: str, random: Random) -> str:
    """What stands behind the host is encoded once more."""
    host, slash, rest = link.partition("example/")
    return host + slash + quote(rest, safe=random.choice(("/", "/=", "/?&=")))


FILTERS: tuple[Callable[[str, Random], str], ...] = (
    *(_safe_links, _teams, _redirect, _proofpoint_2, _proofpoint_3, _sophos, _percent),
)

AROUND = ("{}", "<{}>", "Hi,\r\n\r\n{}\r\n\r\nAnn", "> {}\r\n> Regards", '"{}"', "[x]({})", "({}).")
"""What may stand around an address."""


def wrapped(fragment: str, random: Random) -> Wrapped:
    """A link with `fragment` after one to three filters, in a text."""
    pages = ("", "assessment/", "quick-scan/", "choose/?h=x", "a%20b/team/index.html")
    text = f"https://guide.example/{random.choice(pages)}{fragment}"
    for _ in range(random.choice((1, 1, 1, 2, 2, 3))):
        text = random.choice(FILTERS)(text, random)
    found = Wrapped(random.choice(AROUND).replace("{}", text))
    found.link = fragment
    return found
