"""The servers that the recipes are written for, each with its recipe, at two paths."""

import pytest

from tests.support.hosting import real
from tests.support.pages.servers import Place

PATHS = {"": "/", " under a path": "/kam guide/"}


@pytest.fixture(scope="session")
def places(site):
    """The site under our recipe, at the root and under a path with a space."""
    return {name: Place(site, path, recipe=True) for name, path in PATHS.items()}


@pytest.fixture(scope="session")
def hosts(servers, places, site, tmp_path_factory):
    """Address of the site on every real server, by its name."""
    nginx = {"": "recipe at /", " under a path": "recipe at /kam guide/"}
    found = {f"nginx{name}": servers[known].url for name, known in nginx.items()}
    work = tmp_path_factory.mktemp
    with (
        real.apache(places, work("apache")) as apache,
        real.caddy(places, work("caddy")) as caddy,
        real.python(site, work("python")) as python,
    ):
        for kind, running in {"Apache": apache, "Caddy": caddy}.items():
            found |= {f"{kind}{name}": server.url for name, server in running.items()}
        yield found | {"python": python.url}
