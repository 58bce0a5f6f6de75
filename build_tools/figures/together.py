"""What grows between people: a quarrel settled at a customer, joint work, a lesson that travels."""

import htpy as h

from build_tools.figures.shapes import (
    arrow,
    box,
    drawing,
    line,
    lines,
    manager,
    person,
    text,
)


def quarrel_settled() -> h.Element:
    """Two functions at odds beside one customer, and the same two joined by what it needs."""
    return drawing(
        "quarrel-settled",
        "A quarrel, and what may settle it",
        "On the left plant and sales stand apart, a broken line between them, and only sales is in "
        "touch with the customer. On the right both are joined to a key account manager, to each "
        "other and to the customer; the joints are one plan, ties, learning and one who faces "
        "both ways.",
        250,
        text(8, 18, "Before", "bold"),
        box(8, 34, 72, 34, "Plant"),
        box(112, 34, 72, 34, "Sales"),
        line((80, 46), (90, 38), (96, 60), (102, 40), (112, 50), of=["lost"]),
        line((148, 68), (148, 196), of=["contact"]),
        lines(84, 106, "an old quarrel", 16, "theirs", anchor="middle"),
        box(8, 196, 176, 34, "The customer", "theirs"),
        text(214, 18, "Around one customer", "bold"),
        box(214, 34, 72, 34, "Plant"),
        box(318, 34, 72, 34, "Sales"),
        line((286, 51), (318, 51), of=["strong"]),
        text(302, 84, "2, 3", "bold", "halo", anchor="middle"),
        line((250, 68), (302, 126), of=["strong"]),
        line((354, 68), (302, 126), of=["strong"]),
        line((236, 68), (236, 196), of=["contact"]),
        line((368, 68), (368, 196), of=["contact"]),
        arrow((302, 142), (302, 196), of=["strong"]),
        manager(302, 130, size=14),
        text(326, 135, "4", "bold", "halo"),
        text(224, 135, "1", "bold", "halo", anchor="end"),
        box(214, 196, 176, 34, "The customer", "theirs"),
        caption="1 one plan that all sign, 2 ties between people, 3 shared learning, 4 a key "
        "account manager (◆) who faces both ways. An argument, not a measurement.",
    )


def joint_steps() -> h.Element:
    """Five steps from looking together to a gain that the customer confirms."""
    steps = ("Look", "Choose", "Agree", "Try", "Prove")
    works = (
        "two and two follow the product",
        "one thing, marked by both",
        "half a page",
        "small, on real work",
        "in the customer’s figures",
    )
    places = [44 + 78 * place for place in range(len(steps))]
    return drawing(
        "joint-steps",
        "Five steps to a gain that the customer confirms",
        "Five steps in a row, each with people of both firms: look, choose, agree, try, prove.",
        150,
        [arrow((x + 30, 52), (x + 48, 52)) for x in places[:-1]],
        [box(x - 30, 30, 60, 44, "", "plain") for x in places],
        [person(x - 10, 52, size=7) for x in places],
        [person(x + 10, 52, "theirs", size=7) for x in places],
        [text(x, 20, step, "bold", anchor="middle") for x, step in zip(places, steps, strict=True)],
        [
            lines(x, 94, work, 12, "small", anchor="middle")
            for x, work in zip(places, works, strict=True)
        ],
        caption="Petrol: your people. Red: the customer’s. Both are in every step.",
    )


def lesson_travels() -> h.Element:
    """One account teaches; a person, and not a file, carries it to the next, then to all."""
    return drawing(
        "lesson-travels",
        "How a lesson travels",
        "From a first account to a page with eight lines, from there with a person to a second "
        "account, which changes it, and from there to the standard for all customers.",
        140,
        box(8, 20, 84, 44, "First / account", "theirs"),
        arrow((92, 42), (112, 42)),
        box(112, 16, 60, 52, "one / page", "plain"),
        arrow((172, 42), (232, 42), of=["strong"]),
        person(202, 42, size=9),
        text(202, 20, "a person", "small", anchor="middle"),
        box(232, 20, 84, 44, "Second / account", "theirs"),
        arrow((316, 42), (336, 42)),
        box(336, 16, 56, 52, "for all", "filled"),
        lines(50, 88, "What happened, and why?", 15, "small", anchor="middle"),
        lines(142, 88, "When would it not work?", 13, "small", anchor="middle"),
        lines(274, 88, "What did we change?", 15, "small", anchor="middle"),
        lines(364, 88, "third time", 8, "small", anchor="middle"),
        caption="The page names the lesson; the person carries it.",
    )
