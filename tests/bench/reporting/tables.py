"""Lines as a table: for a terminal and for a page."""

from collections.abc import Sequence

from tests.bench.reporting.rows import Row


def printed(rows: Sequence[Row]) -> str:
    """The table for a terminal."""
    lines = [("what", "budget", "measured", "ratio", "kept")]
    lines += [(r.what, r.budget, r.measured, r.ratio, r.verdict.strip("*")) for r in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def budgets(rows: Sequence[Row]) -> str:
    """The table of what has a budget."""
    lines = ["| What | Budget | Measured | Ratio | Kept |", "|---|---|---|---|---|"]
    for r in rows:
        kept = "not judged" if r.ok is None else r.verdict
        lines.append(f"| {r.what} | {r.budget} | {r.measured} | {r.ratio} | {kept} |")
    return "\n".join(lines)


def others(rows: Sequence[Row]) -> str:
    """The table of what has none."""
    if not any(row.ratio for row in rows):
        lines = [f"| {r.what} | {r.measured} |" for r in rows]
        return "\n".join(["| What | Measured |", "|---|---|", *lines])
    lines = [f"| {r.what} | {r.measured} | {r.ratio} |" for r in rows]
    return "\n".join(["| What | Measured | Ratio |", "|---|---|---|", *lines])
