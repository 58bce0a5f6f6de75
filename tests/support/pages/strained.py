"""What a page does under strain: larger, wider set, with nothing of its colours, by keyboard."""

SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""The style sheet of WCAG 1.4.12, as readers add it."""

WIDER = """() => {
    const room = document.documentElement.clientWidth;
    return document.documentElement.scrollWidth > room + 1 ? ["the page", room] : [];
}"""
"""Whether a page must be scrolled sideways."""

LOST = """() => {
    const found = [], lines = [];
    const seen = { opacityProperty: true, visibilityProperty: true };
    const clips = (box) => /hidden|clip|auto|scroll/.test(getComputedStyle(box).overflow);
    const own = /sticky|fixed/;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const holder = node.parentElement, words = node.data.trim();
        if (!words || !holder.checkVisibility(seen) || holder.closest("svg, select")) continue;
        const clip = [], apart = [];
        const top = holder.closest("dialog") ?? document.body;  // a dialog lies over all
        for (let box = holder; box !== top; box = box.parentElement) {
            if (clips(box)) clip.push(box);
            if (own.test(getComputedStyle(box).position)) apart.push(box);
        }
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const line of range.getClientRects()) {
            if (line.width < 2 || line.right <= 0) continue;  // the drawer waits on the left
            const cut = clip.find((box) => {
                const room = box.getBoundingClientRect();
                return line.right > room.right + 2 || line.left < room.left - 2
                    || line.bottom > room.bottom + 4 || line.top < room.top - 4;
            });
            if (cut) {
                const how = getComputedStyle(cut), { width, height } = cut.getBoundingClientRect();
                if (width > 2 && height > 2 && /hidden|clip/.test(how.overflow))
                    found.push(["cut off", cut.className, words.slice(0, 40)]);
            } else if (!apart.length && top === document.body) lines.push([line, words, holder]);
        }
    }
    lines.sort(([a], [b]) => a.top - b.top);
    lines.forEach(([a, first, holder], at) => {
        for (let next = at + 1; next < lines.length && lines[next][0].top < a.bottom; next += 1) {
            const [b, second, other] = lines[next];
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (across > 2 && down > 0.4 * Math.min(a.height, b.height))
                found.push(["over each other", holder.className, first.slice(0, 40),
                    other.className, second.slice(0, 40)]);
        }
    });
    return found;
}"""
"""Texts that are cut off or lie over each other; what stays in place may lie over all."""

COVERED = """() => {
    const here = document.activeElement;
    if (here === document.body) return null;
    const { x, y, width, height } = here.getBoundingClientRect();
    const over = [];
    for (const [right, down] of [[0.5, 0.5], [0.05, 0.1], [0.95, 0.1], [0.05, 0.9], [0.95, 0.9]]) {
        let box = document.elementFromPoint(x + right * width, y + down * height);
        while (box && !/sticky|fixed/.test(getComputedStyle(box).position)) box = box.parentElement;
        if (box && !box.contains(here)) over.push(box.className || box.dataset.kamRegion);
    }
    return [here.name || here.textContent.trim().slice(0, 60), over];
}"""
"""What has the focus, and what stays in place over one of its corners or its middle."""

OPEN = """() => {
    document.querySelectorAll(".kam-all__box").forEach((box) => { box.checked = true; });
    for (const box of document.querySelectorAll("details")) box.open = true;
}"""
"""Every part of a form and of a result at once."""

SCHEMES = {"light": "default", "dark": "slate"}
"""The theme's names for its colours."""

COLOURS = """(scheme) => { document.body.dataset.mdColorScheme = scheme; }"""
"""Gives a page the colours of a scheme; once it stands it does not follow the system's."""
