import { html } from 'hono/html'
import type { Html } from '../shell.ts'
import type { Viewing } from '../viewing.ts'
import { pressed } from './action.ts'
import { asMap, translated } from './texts.ts'

/** What a block needs to know of the record it stands in. */
export interface Drawing {
  viewing: Viewing
  activityId: number
  /** Empty where the record has no deadline, or none that may be shown. */
  deadline: string
}

const longText = 200
const colours = ['base_50', 'base_60', 'base_70', 'base_90']
const sizes = ['xs', 'sm', 'md']

/** The blocks of a record, in their order; `path` leads to them through its layout. */
export function drawBlocks(blocks: unknown, drawing: Drawing, path: string): Html {
  const entries = Object.entries(asMap(blocks)).filter(([, block]) => isForBrowser(asMap(block)))
  return html`${entries.map(
    ([id, block]) => html`<div class="record-block">${drawBlock(block, drawing, `${path}/${id}`)}</div>`,
  )}`
}

const isForBrowser = (block: Record<string, unknown>): boolean => asMap(block['properties'])['scope'] !== 'mobile'

function drawBlock(block: unknown, drawing: Drawing, path: string): Html | '' {
  const { type, properties } = asMap(block)
  const own = asMap(properties)
  const text = (value: unknown): string => translated(value, drawing.viewing.language)
  switch (type) {
    case 'text':
      return html`<span class="${wordsClass(own)}" title="${text(own['title'])}">${text(own['value'])}</span>`
    case 'largeText':
      return largeText(text(own['value']), drawing)
    case 'link': {
      const at = { activityId: drawing.activityId, path: `${path}/properties/action` }
      return pressed(own['action'], at, own['bold'] === true ? 'record-link is-bold' : 'record-link', text(own['text']))
    }
    case 'deadline':
      return drawing.deadline === '' ? '' : html`<span class="record-deadline">${drawing.deadline}</span>`
    case 'withTitle':
      return html`<div class="record-titled ${own['inline'] === true ? 'is-inline' : ''}">
        <span class="record-title">${text(own['title'])}</span>
        <div>${drawBlock(own['block'], drawing, `${path}/properties/block`)}</div>
      </div>`
    case 'lineOfBlocks':
      return html`<div class="record-line">
        ${Object.entries(asMap(own['blocks'])).map(([id, inner]) =>
          drawBlock(inner, drawing, `${path}/properties/blocks/${id}`),
        )}
      </div>`
    default:
      return ''
  }
}

/** Long texts are folded until somebody wants them. */
function largeText(text: string, { viewing }: Drawing): Html {
  if (text.length <= longText) return html`<div class="record-large">${text}</div>`
  return html`<details class="record-large">
    <summary><span>${text.slice(0, longText)}…</span> <b>${viewing.words.showAll}</b></summary>
    ${text}
  </details>`
}

function wordsClass(properties: Record<string, unknown>): string {
  const size = sizes.find((one) => one === properties['size']) ?? 'md'
  const colour = colours.find((one) => one === properties['color'])
  return [
    `size-${size}`,
    properties['bold'] === true ? 'is-bold' : '',
    properties['multiline'] === true ? 'is-multiline' : '',
    colour ? `ink-${colour}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
