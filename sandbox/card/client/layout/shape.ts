/** One piece of the interface an application draws above the timeline. */
export interface Block {
  type: BlockType
  visible: boolean
  properties: Record<string, unknown>
}

export type Blocks = Record<string, Block>

export interface ButtonState {
  title: string
  state: 'normal' | 'disabled'
}

export interface Layout {
  blocks: Blocks
  primaryButton: ButtonState | null
  secondaryButton: ButtonState | null
}

const TEXTS = ['text', 'link'] as const
const LINES = [...TEXTS, 'lineOfBlocks'] as const
const ALL = [...LINES, 'withTitle', 'dropdownMenu', 'input', 'textarea', 'select', 'list', 'section'] as const
export type BlockType = (typeof ALL)[number]

/** What may stand inside a block of that type. */
const INSIDE: Partial<Record<BlockType, readonly BlockType[]>> = {
  withTitle: LINES,
  lineOfBlocks: TEXTS,
  list: LINES,
  section: ALL,
}
const MOST_IN_SECTION = 20

/** Reads what an application wants to show; every fault is named, and a layout with faults is not shown at all. */
export function readLayout(value: unknown): { layout: Layout } | { errors: string[] } {
  const errors: string[] = []
  if (!isMap(value)) return { errors: ['Layout must be an object'] }
  const blocks = readBlocks(value.blocks, ALL, 'blocks', errors)
  if (errors.length > 0) return { errors }
  const { primaryButton, secondaryButton } = value
  return { layout: { blocks, primaryButton: readButton(primaryButton), secondaryButton: readButton(secondaryButton) } }
}

function readBlocks(value: unknown, allowed: readonly BlockType[], path: string, errors: string[]): Blocks {
  const entries = isMap(value) ? Object.entries(value) : []
  if (entries.length === 0) errors.push(`${path}: at least one block is needed`)
  const blocks = entries.map(([id, block]) => [id, readBlock(block, allowed, `${path}.${id}`, errors)] as const)
  return Object.fromEntries(blocks)
}

function readBlock(value: unknown, allowed: readonly BlockType[], path: string, errors: string[]): Block {
  const { type, visible, properties } = isMap(value) ? value : {}
  const known = allowed.find((one) => one === type)
  if (!known) errors.push(`${path}: unknown block type ${String(type)}`)
  return {
    type: known ?? 'text',
    visible: visible !== false,
    properties: known ? readProperties(known, isMap(properties) ? properties : {}, path, errors) : {},
  }
}

/** Nested blocks are read in their turn; everything else is taken as it is and looked at when it is drawn. */
export function readProperties(
  type: BlockType,
  properties: Record<string, unknown>,
  path: string,
  errors: string[],
): Record<string, unknown> {
  const allowed = INSIDE[type]
  if (!allowed) return properties
  if (type === 'withTitle')
    return { ...properties, block: readBlock(properties.block, allowed, `${path}.block`, errors) }
  const blocks = readBlocks(properties.blocks, allowed, `${path}.blocks`, errors)
  if (Object.keys(blocks).length > MOST_IN_SECTION) errors.push(`${path}: at most ${MOST_IN_SECTION} blocks`)
  return { ...properties, blocks }
}

/** A button without a title is no button. */
export function readButton(value: unknown): ButtonState | null {
  if (!isMap(value) || typeof value.title !== 'string') return null
  return { title: value.title, state: value.state === 'disabled' ? 'disabled' : 'normal' }
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
