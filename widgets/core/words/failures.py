"""What the page says by itself: why Python does not start or stops, and what became of saving."""

from collections.abc import Mapping

_CAUSES = {
    "missing": "{file} is missing from this site. "
    "Try again later, or tell whoever looks after the site.",
    "refused": "this site's server refused to hand out {file}. "
    "You may have to sign in again: open the site's home page, then try again.",
    "replaced": "something else, perhaps a login page, came in place of {file}. "
    "Open the site's home page, then try again.",
    "blocked-by-policy": "a security policy on this page forbids it. "
    "Open the page in a tab of its own, or tell whoever looks after the site.",
    "network": "the connection to this site failed. Check the connection, then try again.",
    "offline": "this device is offline. Try again when the connection is back.",
}
"""What can be wrong with a file of the site, at the start and when a part is first used."""

SENTENCES: Mapping[str, str] = {
    **{reason: f"The calculator cannot start: {cause}" for reason, cause in _CAUSES.items()},
    **{f"late-{r}": f"This part has not come yet: {cause}" for r, cause in _CAUSES.items()},
    "wrong-version": "The calculator cannot start: this site's files are of different versions. "
    "Reload the page; if that does not help, tell whoever looks after the site.",
    "timeout": "The calculator took too long and was stopped. Try again.",
    "worker-died": "The calculator stopped twice without saying why. Try again.",
    "site-updated": "This site was updated while the page was open. Reload the page to go on.",
    "call-failed": "This part could not be worked out; the rest of the page is not affected.",
    "old-browser": "This browser is too old for this: it lacks {lacks}. "
    "Open the page in a current browser.",
    "no-webassembly": "This browser cannot calculate here: WebAssembly is switched off or missing. "
    "The likely cause is Edge's enhanced security, Apple's Lockdown Mode, or a rule of your firm. "
    "Make an exception for this site (in Edge under “Added security” beside the address, in Safari "
    "in the page menu, under the settings for this website) and reload the page, or open it in "
    "another current browser.",
    "no-workers": "This browser cannot calculate here: it lacks web workers. "
    "Open the page in a current browser.",
}
"""By the reason that `engine.js` gives; the page fills in names and adds one of `SAID`."""

SAID: Mapping[str, str] = {
    "kept": "Saved in this browser",
    "kept-in-frame": "Saved in this frame",
    "asked": "Your browser was asked to save the file: look among its downloads.",
    "asked-in-frame": "Your browser was asked to save the file, and the frame around this page may "
    "forbid it. If no file came, open the page in a tab of its own.",
    "safe": "Your answers are kept.",
    "unsafe": "Your answers stay while this page is open.",
}
"""What the page says of saving, before and without Python."""
