import { element } from '../element.ts'
import { drawInput, drawMenu, drawSelect, drawTextarea } from './inputs.ts'
import type { Block, Blocks, BlockType } from './shape.ts'
import { drawLink, drawText } from './texts.ts'

/** What a drawn interface tells its owner. */
export interface LayoutEvents {
  /** The value of a field is another one now. */
  changed(id: string, value: string): void
  /** Somebody has pressed a link that asks for more than an address. */
  pressed(id: string, action: Record<string, unknown>): void
}

export type Draw = (id: string, block: Block, events: LayoutEvents) => HTMLElement

/** The blocks as elements, hidden ones too: they may be shown later. */
export function drawBlocks(blocks: Blocks, events: LayoutEvents): HTMLElement[] {
  return Object.entries(blocks).map(([id, block]) => drawBlock(id, block, events))
}

export function drawBlock(id: string, block: Block, events: LayoutEvents): HTMLElement {
  const root = element('div', `layout-block layout-${block.type}`, [DRAWN[block.type](id, block, events)])
  root.dataset['block'] = id
  root.hidden = !block.visible
  return root
}

const drawWithTitle: Draw = (id, { properties }, events) => {
  const inner = drawBlock(id, properties.block as Block, events)
  const inline = properties.inline === true
  const width = oneOf(properties.titleWidth, ['sm', 'md', 'lg'], 'md')
  const title = element('div', 'layout-title', [String(properties.title ?? '')])
  return element('div', inline ? `layout-inline title-${width}` : '', [title, inner])
}

const drawLine: Draw = (_id, { properties }, events) =>
  element('div', 'layout-line', drawBlocks(properties.blocks as Blocks, events))

const drawList: Draw = (_id, { properties }, events) =>
  element('div', 'layout-items', drawBlocks(properties.blocks as Blocks, events))

const drawSection: Draw = (_id, { properties }, events) => {
  const kind = oneOf(properties.type, ['primary', 'warning', 'danger', 'success', 'withBorder'], 'default')
  const root = element('div', `layout-box box-${kind}`, [])
  if (typeof properties.imageSrc === 'string' && /^https?:\/\//i.test(properties.imageSrc)) {
    const image = element('img', `image-${oneOf(properties.imageSize, ['sm', 'md'], 'lg')}`)
    image.src = properties.imageSrc
    image.alt = ''
    root.append(image)
  }
  root.append(element('div', 'layout-inside', drawBlocks(properties.blocks as Blocks, events)))
  return root
}

const DRAWN: Record<BlockType, Draw> = {
  text: drawText,
  link: drawLink,
  lineOfBlocks: drawLine,
  withTitle: drawWithTitle,
  dropdownMenu: drawMenu,
  input: drawInput,
  textarea: drawTextarea,
  select: drawSelect,
  list: drawList,
  section: drawSection,
}

/** A word of a closed list, or the usual one: class names are made of it. */
export function oneOf(value: unknown, known: string[], usual: string): string {
  return known.find((one) => one === value) ?? usual
}
