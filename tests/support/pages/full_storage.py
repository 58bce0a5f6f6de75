"""Fills the storage of a page's site, for `page.evaluate`."""

FILL = """for (let size = 1 << 22; size >= 1; size >>= 1) {
  try { for (let at = 0; ; at++) localStorage.setItem(`filler ${size} ${at}`, "x".repeat(size)) }
  catch {}
}"""
