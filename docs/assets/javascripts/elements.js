// Makes the few elements that the scripts draw by themselves, before and without Python.

/** What holds a text that may still be typed, or a panel: no key and no new value gets in there. */
export const TYPED = "dialog, textarea, select, input:not([type=radio], [type=checkbox])";

export function made(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export function button(label, onclick) {
  return made("button", { type: "button", className: "md-button", onclick }, label);
}
