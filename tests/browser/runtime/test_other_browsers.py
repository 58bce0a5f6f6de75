"""One smoke scan each in the other two families of browsers, from Debian's packages."""

import json
import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import InvalidSessionIdException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from build_tools import ROOT
from tests.support.pages.looks import PATIENCE
from tests.support.pages.scan_page import ANSWERS


def test_firefox(root, headline, one_file):
    """Firefox ESR scores a whole scan without a complaint; a frame says its answers stay there.

    There the tool stands alone in the colours asked for, and tells its height.  The single file
    answers too.
    """
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    command = [ROOT / ".venv/bin/node", Path(__file__).with_name("firefox.mjs")]
    done = subprocess.run(
        [*command, f"{root}quick-scan/", json.dumps(ANSWERS), str(PATIENCE), one_file.as_uri()],
        env={**os.environ, "FIREFOX": firefox},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "headline": headline(),
        "complaints": [],
        "chip": "Saved in this frame",
        "told": "kamFieldGuide,height",
        "alone": "false slate",
        "single": True,
    }


@pytest.fixture
def screen(monkeypatch):
    """A screen that nobody sees, for a browser that cannot do without."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        monkeypatch.setenv("DISPLAY", f":{number.readline().strip()}")
    yield
    server.terminate()
    server.wait()


@pytest.fixture
def webkit(screen):  # noqa: ARG001 - the browser needs one
    """Opens WebKitGTK's own small browser; each call another one."""
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")))
    options.add_argument("--automation")
    opened = []

    def come():
        service = webdriver.WebKitGTKService(shutil.which("WebKitWebDriver"))
        opened.append(webdriver.WebKitGTK(options=options, service=service))
        return opened[-1]

    yield come
    for driver in opened:
        with suppress(InvalidSessionIdException):  # of one that has died
            driver.quit()
        driver.service.stop()


def scanned(browser, root, expected):
    """Answers the whole scan in `browser`, and waits until the page says what is expected."""
    browser.get(f"{root}quick-scan/")
    for dimension, answer in ANSWERS.items():
        label = f"#q-{dimension} label:has(input[value='{answer}'])"
        found = browser.find_element(By.CSS_SELECTOR, label)
        browser.execute_script("arguments[0].scrollIntoView({ block: 'center' })", found)
        found.click()  # WebKit's driver does not itself bring in what is just below the window
    told = (By.CSS_SELECTOR, ".kam-headline__level")
    WebDriverWait(browser, PATIENCE / 1000).until(
        lambda _: browser.find_element(*told).text == expected
    )


def test_webkit(webkit, root, headline):
    """WebKitGTK scores a whole scan.

    Its driver takes a browser for dead that a busy machine keeps waiting: then one more is asked.
    A page that kills it kills both; what a living browser says is never asked twice.
    """
    try:
        scanned(webkit(), root, headline())
    except InvalidSessionIdException:
        scanned(webkit(), root, headline())
