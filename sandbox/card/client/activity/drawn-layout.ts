import { button, element } from '../element.ts'
import { drawBlock, drawBlocks } from '../layout/draw.ts'
import type { LayoutEvents } from '../layout/draw.ts'
import { isMap, readButton, readLayout, readProperties } from '../layout/shape.ts'
import type { Block, Blocks, Layout } from '../layout/shape.ts'

export type Answered = { result: 'success' } | { result: 'error'; errors: string[] }

export type ButtonName = 'primaryButton' | 'secondaryButton'

const DONE: Answered = { result: 'success' }
const refused = (...errors: string[]): Answered => ({ result: 'error', errors })

/** The interface an application has asked for, drawn in `root`. */
export function drawnLayout(root: HTMLElement, events: LayoutEvents & { button: (name: ButtonName) => void }) {
  const area = element('div', 'layout')
  const foot = element('div', 'layout-foot')
  let layout: Layout | null = null

  function drawFoot(): void {
    const names: ButtonName[] = ['primaryButton', 'secondaryButton']
    const drawn = names.flatMap((name) => {
      const known = layout?.[name]
      if (!known) return []
      const className = name === 'primaryButton' ? 'button-main' : 'button-plain'
      const node = button(className, known.title, () => events.button(name))
      node.disabled = known.state === 'disabled'
      return [node]
    })
    foot.replaceChildren(...drawn)
    foot.hidden = drawn.length === 0
  }

  return {
    set(value: unknown): Answered {
      const read = readLayout(value)
      if ('errors' in read) return refused(...read.errors)
      layout = read.layout
      area.replaceChildren(...drawBlocks(layout.blocks, events))
      drawFoot()
      root.replaceChildren(area, foot)
      return DONE
    },
    /** Shows, hides or changes one block, however deep it stands. */
    setItem(params: unknown): Answered {
      const { id, visible, properties } = isMap(params) ? params : {}
      if (typeof id !== 'string' || id === '') return refused('Wrong id')
      if (!isMap(properties) && typeof visible !== 'boolean') return refused('Wrong state')
      const block = layout && findBlock(layout.blocks, id)
      if (!block) return refused('item not found')
      if (isMap(properties)) {
        const errors: string[] = []
        const next = readProperties(block.type, { ...block.properties, ...properties }, id, errors)
        if (errors.length > 0) return refused(...errors)
        block.properties = next
      }
      if (typeof visible === 'boolean') block.visible = visible
      area.querySelector(`[data-block="${CSS.escape(id)}"]`)?.replaceWith(drawBlock(id, block, events))
      return DONE
    },
    /** Changes a button; nothing at all takes it away. */
    setButton(name: ButtonName, params: unknown): Answered {
      const isNothing = params === null || (Array.isArray(params) && params.length === 0)
      if (!isNothing && !isMap(params)) return refused('Wrong params')
      if (layout) layout[name] = isMap(params) ? readButton({ ...layout[name], ...params }) : null
      drawFoot()
      return DONE
    },
  }
}

function findBlock(blocks: Blocks, id: string): Block | undefined {
  if (Object.hasOwn(blocks, id)) return blocks[id]
  for (const block of Object.values(blocks)) {
    const inner = isMap(block.properties.blocks) ? findBlock(block.properties.blocks as Blocks, id) : undefined
    if (inner) return inner
  }
  return undefined
}
