"""One smoke scan each in the other two families of browsers, from Debian's packages."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from build_tools import ROOT
from tests.browser.conftest import PATIENCE
from tests.support.pages.scan_page import ANSWERS


def test_firefox(root, headline, one_file):
    """Firefox ESR scores a whole scan without a complaint; a frame says its answers stay there.

    The single file answers too.
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
    """WebKitGTK's own small browser."""
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")))
    options.add_argument("--automation")
    service = webdriver.WebKitGTKService(shutil.which("WebKitWebDriver"))
    driver = webdriver.WebKitGTK(options=options, service=service)
    yield driver
    driver.quit()


def test_webkit(webkit, root, headline):
    """WebKitGTK scores a whole scan."""
    webkit.get(f"{root}quick-scan/")
    for dimension, answer in ANSWERS.items():
        label = f"#q-{dimension} label:has(input[value='{answer}'])"
        found = webkit.find_element(By.CSS_SELECTOR, label)
        webkit.execute_script("arguments[0].scrollIntoView({ block: 'center' })", found)
        found.click()  # WebKit's driver does not itself bring in what is just below the window
    told = (By.CSS_SELECTOR, ".kam-headline__level")
    WebDriverWait(webkit, PATIENCE / 1000).until(
        lambda _: webkit.find_element(*told).text == headline()
    )
