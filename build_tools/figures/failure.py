"""Why programmes fail: the model of nine elements, commitment, silence, politics, the case."""

from collections.abc import Sequence

import htpy as h

from build_tools.figures.shapes import (
    arrow,
    bar,
    box,
    drawing,
    line,
    lines,
    person,
    text,
)


def nine_elements() -> h.Element:
    """Wilson and Woodburn's model (fact E007): supports, moderators, cultural factors."""
    culture = (
        "Sales apart / from KAM",
        "Results / and time",
        "Customer / orientation",
        "Operations / aligned",
    )
    return drawing(
        "nine-elements",
        "Nine elements that hold a programme up or pull it down",
        "Strategy, structure, and systems and processes feed KAM activity and outcomes. Two "
        "moderators act on the way: consistency of commitment and ability to change. Four cultural "
        "factors come in between: sales kept apart, results and time, customer orientation, "
        "operations aligned.",
        388,
        text(8, 16, "Formal supports", "small", "quiet"),
        [
            box(8 + 132 * place, 24, 120, 48, name)
            for place, name in enumerate(("Strategy", "Structure", "Systems and / processes"))
        ],
        [line((68 + 132 * place, 72), (68 + 132 * place, 92), (200, 92)) for place in range(3)],
        arrow((200, 92), (200, 334), of=["strong"]),
        text(8, 112, "Moderators: make it stronger or weaker", "small", "quiet", "halo"),
        box(8, 120, 164, 48, "Consistency of / commitment", "plain"),
        box(228, 120, 164, 48, "Ability to / change", "plain"),
        arrow((172, 144), (194, 144)),
        arrow((228, 144), (206, 144)),
        text(8, 198, "Cultural factors: come in between", "small", "quiet", "halo"),
        [
            (
                box(8 + 220 * (place % 2), 206 + 56 * (place // 2), 164, 48, name, "theirs"),
                line(
                    (172 if place % 2 == 0 else 228, 230 + 56 * (place // 2)),
                    (200, 230 + 56 * (place // 2)),
                    of=["theirs"],
                ),
            )
            for place, name in enumerate(culture)
        ],
        box(88, 334, 224, 46, "KAM activity and outcomes", "filled"),
        caption="Three formal supports, two moderators, four cultural factors. After Wilson and "
        "Woodburn; the drawing is ours.",
    )


def entanglement() -> h.Element:
    """One thread of words, against three ties of deeds."""
    deeds = ("sponsors an account", "meets customers", "clears obstacles")
    return drawing(
        "entanglement",
        "Lip service and entanglement",
        "Above, a leader is joined to the programme by one broken thread: words. Below, by three "
        "firm ties: sponsors an account, meets customers, clears obstacles.",
        246,
        text(8, 16, "Lip service", "bold"),
        line((54, 60), (284, 60), of=["lost"]),
        text(168, 52, "“I fully support this”", "theirs", anchor="middle"),
        _leader(60, quiet=True),
        box(284, 36, 108, 48, "programme"),
        text(8, 122, "Entanglement", "bold"),
        [
            (
                line((54, 180), (96, 146 + 36 * place), (284, 146 + 36 * place), of=["strong"]),
                text(190, 139 + 36 * place, deed, anchor="middle"),
            )
            for place, deed in enumerate(deeds)
        ],
        _leader(180, quiet=False),
        box(284, 126, 108, 108, "programme"),
        caption="Words are one thread. Deeds are three ties, and each can be seen from outside.",
    )


def _leader(y: float, *, quiet: bool) -> h.Node:
    return (
        person(40, y, "quiet" if quiet else "", size=14),
        text(40, y + 34, "leader", "small", anchor="middle"),
    )


def three_silences() -> h.Element:
    """Not told, informed, agreed: three ways to treat those who deliver."""
    rows: Sequence[tuple[str, str, str]] = (
        ("Sales told", "nothing", "They hear it from the customer."),
        ("All informed", "a notice", "“This concerns other people.”"),
        ("Asked and agreed", "a bargain", "“We said we could, so we will.”"),
    )
    return drawing(
        "three-silences",
        "Three ways to treat the people who deliver",
        "First, sales is told and operations hear nothing. Second, a notice goes to all. Third, "
        "operations are asked, answer, and agree.",
        282,
        [
            (
                text(8, 18 + 96 * place, name, "bold"),
                person(40, 48 + 96 * place, size=11),
                person(210, 48 + 96 * place, "quiet" if place < 2 else "", size=11),
                text(130, 40 + 96 * place, what, anchor="middle"),
                text(8, 80 + 96 * place, "sales", "small"),
                text(178, 80 + 96 * place, "operations", "small"),
                lines(250, 45 + 96 * place, heard, 19, "quiet"),
            )
            for place, (name, what, heard) in enumerate(rows)
        ],
        line((56, 48), (118, 48), of=["lost"]),
        line((122, 42), (134, 54), of=["theirs"]),
        line((134, 42), (122, 54), of=["theirs"]),
        arrow((56, 144), (194, 144), of=["asks"]),
        arrow((56, 240), (194, 240), of=["strong"]),
        arrow((194, 240), (56, 240), of=["strong"]),
        caption="A notice is still silence: nobody has asked operations what they need, or "
        "whether they can.",
    )


def added_or_moved() -> h.Element:
    """The same people and money: a programme stacked on top, or work moved to make room."""
    return drawing(
        "added-or-moved",
        "Added on top, or moved",
        "Two columns with the same limit of people and money. On the left KAM is stacked above all "
        "the old work and passes the limit. On the right old work has shrunk and KAM fits.",
        252,
        bar(50, 70, 120, 146, "soft"),
        bar(50, 26, 120, 44, "theirs"),
        text(110, 150, "old work", anchor="middle"),
        box(50, 26, 120, 44, "KAM", "lost"),
        bar(240, 120, 120, 96, "soft"),
        text(300, 172, "old work", anchor="middle"),
        box(240, 70, 120, 46, "KAM", "filled"),
        line((20, 68), (388, 68), of=["asks"]),
        text(392, 60, "what we have", "small", anchor="end"),
        line((20, 216), (388, 216), of=["contact"]),
        text(110, 240, "Added", "bold", anchor="middle"),
        text(300, 240, "Moved", "bold", anchor="middle"),
        caption="The line is what a firm has in people and money. A sketch, without scale.",
    )


def who_loses() -> h.Element:
    """Five people around the programme, each with a fear."""
    fears = (
        ("Country head", "profit and say"),
        ("Product head", "priority"),
        ("Field seller", "commission"),
        ("Plant manager", "a steady line"),
        ("Finance", "one rule for all"),
    )
    places = ((8, 8), (256, 8), (8, 118), (256, 118), (132, 200))
    return drawing(
        "who-loses",
        "Who may lose by the programme",
        "The programme stands in the middle. Around it: the country head fears for profit and say, "
        "the product head for priority, the field seller for commission, the plant manager for a "
        "steady line, finance for one rule for all.",
        256,
        [line((200, 88), (x + 68, y + 24), of=["lost"]) for x, y in places],
        box(142, 68, 116, 40, "programme", "filled"),
        [
            (
                box(x, y, 136, 48, "", "plain"),
                text(x + 68, y + 20, who, "bold", anchor="middle"),
                text(x + 68, y + 38, fear, "small", "theirs", anchor="middle"),
            )
            for (who, fear), (x, y) in zip(fears, places, strict=True)
        ],
        caption="What each may fear to lose.",
    )
