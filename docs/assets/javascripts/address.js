// @ts-check
// Finds the share link in an address, also one that a mail filter rewrote; Python reads what it says.

const MARK = /(?:#|%(?:25)*23)kam(?:=|%(?:25)*3D)/i;

/**
 * The page and the fragment of the share link in `address`; null where there is none.
 * @param {string} address
 */
export function linkIn(address) {
  const at = address.search(MARK);
  if (at < 0) return null;
  const page = address.slice(0, at).replace(/[?#].*/, "").replace(/\/[^/.]+$/, "$&/");
  return { page, fragment: address.slice(at).replace(MARK, "#kam=") };
}
