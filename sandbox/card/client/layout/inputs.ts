import { element } from '../element.ts'
import type { Draw } from './draw.ts'
import { isMap } from './shape.ts'
import type { Block } from './shape.ts'

/** What is typed stays in the block, so that drawing it anew loses nothing. */
export const drawInput: Draw = (id, block, events) => {
  const field = element('input', 'layout-field')
  field.type = 'text'
  return labelled(
    block,
    fill(field, block, 'value', (value) => events.changed(id, value)),
  )
}

export const drawTextarea: Draw = (id, block, events) => {
  const field = element('textarea', 'layout-field')
  field.rows = 3
  return labelled(
    block,
    fill(field, block, 'value', (value) => events.changed(id, value)),
  )
}

export const drawSelect: Draw = (id, block, events) => labelled(block, choice(id, block, events, 'layout-field'))

export const drawMenu: Draw = (id, block, events) => choice(id, block, events, 'layout-menu')

function choice(id: string, block: Block, events: Parameters<Draw>[2], className: string): HTMLElement {
  const field = element('select', className)
  const values = isMap(block.properties.values) ? block.properties.values : {}
  for (const [value, label] of Object.entries(values)) field.append(new Option(String(label), value))
  // Without a selected value the first of the list is taken.
  block.properties.selectedValue ??= Object.keys(values)[0] ?? ''
  return fill(field, block, 'selectedValue', (value) => events.changed(id, value))
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function fill(field: Field, block: Block, key: 'value' | 'selectedValue', changed: (value: string) => void): Field {
  field.value = String(block.properties[key] ?? '')
  field.disabled = block.properties.disabled === true
  if ('placeholder' in field) field.placeholder = String(block.properties.placeholder ?? '')
  field.addEventListener('input', () => {
    block.properties[key] = field.value
    changed(field.value)
  })
  return field
}

function labelled({ properties }: Block, field: HTMLElement): HTMLElement {
  const parts: HTMLElement[] = []
  if (properties.title) parts.push(element('span', 'layout-label', [String(properties.title)]))
  parts.push(field)
  const root = element('label', 'layout-labelled', parts)
  if (properties.errorText) {
    root.classList.add('is-wrong')
    root.append(element('span', 'layout-error', [String(properties.errorText)]))
  }
  return root
}
