"""A page in a real browser, if there is one."""

import json
import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.output.html.parsed import parse

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
BROWSER = next(filter(None, map(shutil.which, NAMES)), None)
needs_browser = pytest.mark.skipif(
    BROWSER is None, reason=f"no browser is installed (looked for {', '.join(NAMES)}): apt-get install chromium"
)
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
DARK = "--blink-settings=preferredColorScheme=0"


def opened(page, *options, at=""):
    """The page as the browser holds it once its scripts have run; `at` is what stands behind the address."""
    assert BROWSER
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = Path(folder, "page.html")
        file.write_text(page, encoding="utf-8")
        command = [BROWSER, *QUIET, f"--user-data-dir={folder}/user", *options, "--dump-dom", file.as_uri() + at]
        result = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert "</html>" in result.stdout, result.stderr
    return result.stdout


def answer(page, script, *options, at=""):
    """What `script`, the body of a function, returns when it runs in the page after the page's own script.

    The policy of the page is widened for this one script and for nothing else.
    """
    asked = (
        f"const asked = () => {{ {script} }}; "
        "const place = document.createElement('pre'); place.id = 'answer'; "
        "place.textContent = JSON.stringify(asked()); document.body.append(place);"
    )
    name = f"'sha256-{b64encode(sha256(asked.encode()).digest()).decode()}'"
    widened, count = re.subn(r"script-src (?='sha256-)", f"script-src {name} ", page, count=1)
    assert count == 1
    driven = widened.replace("</body>", f"<script>{asked}</script></body>")
    dom = opened(driven, *options, at=at)
    found = re.search(r'<pre id="answer">.*?</pre>', dom, re.DOTALL)
    assert found, dom
    return json.loads(parse(found[0]).text)
