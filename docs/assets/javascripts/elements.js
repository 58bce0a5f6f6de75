// Makes the few elements that the scripts draw by themselves, before and without Python.

export function made(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export function button(label, onclick) {
  return made("button", { type: "button", className: "md-button", onclick }, label);
}
