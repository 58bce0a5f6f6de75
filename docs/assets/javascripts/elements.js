// @ts-check
// Makes the few elements that the scripts draw by themselves, before and without Python.

/** What holds a text that may still be typed, or a panel: no key and no new value gets in there. */
export const TYPED = "dialog, textarea, select, input:not([type=radio], [type=checkbox])";

/**
 * An element with its properties and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @param {(Node | string)[]} children
 */
export function made(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/**
 * @param {string} label
 * @param {() => unknown} onclick
 */
export function button(label, onclick) {
  return made("button", { type: "button", className: "md-button", onclick }, label);
}
