"""What the page says when Python does not start, or stops: a sentence for each reason."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "wasm-missing": "The calculator cannot start: pyodide.asm.wasm is missing from this site. "
    "Try again later, or tell whoever looks after the site.",
    "archive-missing": "The calculator cannot start: kam.zip is missing from this site. "
    "Try again later, or tell whoever looks after the site.",
    "script-missing": "The calculator cannot start: one of its scripts is missing from this site. "
    "Try again later, or tell whoever looks after the site.",
    "wasm-not-wasm": "The calculator cannot start: something else, perhaps a login page, came in "
    "place of its program. Open the site's home page, then try again.",
    "blocked-by-policy": "The calculator cannot start: a security policy on this page forbids it. "
    "Open the page in a tab of its own, or tell whoever looks after the site.",
    "network": "The calculator cannot start: the connection to this site failed. "
    "Check the connection, then try again.",
    "wrong-version": "The calculator cannot start: this site's files are of different versions. "
    "Reload the page; if that does not help, tell whoever looks after the site.",
    "timeout": "The calculator took too long and was stopped. Try again.",
    "worker-died": "The calculator stopped twice without saying why. Try again.",
    "site-updated": "This site was updated while the page was open. Reload the page to go on.",
    "call-failed": "This part could not be worked out; the rest of the page is not affected.",
    "unsupported": "This browser cannot calculate here: it lacks WebAssembly or web workers. "
    "Open the page in a current browser.",
}
"""By the reason that `engine.js` gives; the page adds that the answers are kept."""
