/** The element of the page with that id. */
export function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element #${id}.`);
  return element as Type;
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A new element; attributes that are undefined or false are left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/** A button that does something. */
export function makeButton(name: string, onPress: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const button = make("button", { type: "button", ...attributes }, name);
  button.addEventListener("click", onPress);
  return button;
}

export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly group?: string;
}

/** Fills a select, in groups where the choices name them. */
export function fillSelect(select: HTMLSelectElement, choices: readonly Choice[], value: string): void {
  const groups = new Map<string, HTMLOptGroupElement>();
  select.replaceChildren();
  for (const choice of choices) {
    const option = make("option", { value: choice.value }, choice.name);
    if (!choice.group) select.append(option);
    else {
      const group = groups.get(choice.group) ?? make("optgroup", { label: choice.group });
      if (!groups.has(choice.group)) select.append(group);
      groups.set(choice.group, group);
      group.append(option);
    }
  }
  select.value = value;
}
