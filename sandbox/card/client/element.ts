/** Makes an element from plain text: names in a CRM are hostile, so no HTML is ever read here. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  children: (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag)
  if (className) node.className = className
  node.append(...children)
  return node
}

/** A button with its press already bound. */
export function button(className: string, label: string, onPress: () => void): HTMLButtonElement {
  const node = element('button', className, [label])
  node.type = 'button'
  node.addEventListener('click', onPress)
  return node
}
