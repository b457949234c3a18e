import { element } from '../element.ts'
import { isMap } from './shape.ts'
import type { Draw } from './draw.ts'

const SIZES = ['xs', 'sm', 'md', 'lg', 'xl']
const COLOURS = ['base_50', 'base_60', 'base_70', 'base_90', 'primary', 'warning', 'danger', 'success']

export const drawText: Draw = (_id, { properties }) => {
  const value = String(properties.value ?? '')
  const node = element('span', classes(properties), [value])
  if (properties.multiline === true) node.classList.add('is-multiline')
  return node
}

/** A link leads where it says, or asks its owner to do something. */
export const drawLink: Draw = (id, { properties }, events) => {
  const action = isMap(properties.action) ? properties.action : {}
  const node = element('a', classes(properties), [String(properties.text ?? '')])
  // The reference names the address `value`, its own example `uri`.
  const address = String(action.value ?? action.uri ?? '')
  if (action.type === 'redirect' && /^(?:https?:\/\/|\/(?![/\\]))/i.test(address)) {
    node.href = address
    if (!address.startsWith('/')) Object.assign(node, { target: '_blank', rel: 'noopener noreferrer' })
    return node
  }
  node.href = '#'
  node.addEventListener('click', (event) => {
    event.preventDefault()
    events.pressed(id, action)
  })
  return node
}

function classes(properties: Record<string, unknown>): string {
  const size = SIZES.find((one) => one === properties.size) ?? 'md'
  const colour = COLOURS.find((one) => one === properties.color)
  return ['layout-words', `size-${size}`, properties.bold === true ? 'is-bold' : '', colour ? `ink-${colour}` : '']
    .filter(Boolean)
    .join(' ')
}
