import { html, raw } from 'hono/html'
import type { Stage } from './desk.ts'
import type { Html } from './shell.ts'
import type { Words } from './words.ts'

const NEUTRAL = '#ace9fb'

/** A colour is data too: anything but hexadecimal digits would leave the attribute. */
export function safeColor(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color : NEUTRAL
}

/** Dark or light letters, whichever is read better on that colour. */
export function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(safeColor(color).slice(at, at + 2), 16))
  return red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? '#333' : '#fff'
}

/**
 * The row of chevrons: stages up to the current one in its colour, later ones with a coloured edge; a finished
 * item is one colour as a whole. The last chevron asks with which result to finish.
 */
export function stageBar(stages: Stage[], currentId: string, words: Words): Html | '' {
  if (stages.length === 0) return ''
  const working = stages.filter((stage) => stage.semantics === null)
  const final = stages.filter((stage) => stage.semantics !== null)
  const current = stages.find((stage) => stage.id === currentId)
  const reached = current?.semantics === null ? working.indexOf(current) : current ? working.length : -1
  const color = safeColor(current?.color ?? NEUTRAL)
  return html`<div class="stage-bar" style="--stage:${color};--ink:${inkOn(color)}">
    ${working.map((stage, at) => chevron(stage, at <= reached, stage === current))}
    <details class="menu stage-final ${reached === working.length ? 'is-reached' : ''}">
      <summary class="chevron">${current?.semantics ? current.name : words.finish}</summary>
      <div class="menu-list">
        <div class="menu-note">${words.finishHow}</div>
        ${final.map(
          (stage) =>
            html`<button type="button" data-stage="${stage.id}" style="--dot:${safeColor(stage.color)}">
              <span class="dot"></span>${stage.name}
            </button>`,
        )}
      </div>
    </details>
  </div>`
}

function chevron(stage: Stage, isReached: boolean, isCurrent: boolean): Html {
  const mark = isCurrent ? raw('aria-current="step"') : ''
  return html`<button
    type="button"
    class="chevron ${isReached ? 'is-reached' : ''}"
    data-stage="${stage.id}"
    title="${stage.name}"
    style="--own:${safeColor(stage.color)}"
    ${mark}
  >
    <span>${stage.name}</span>
  </button>`
}

/** A stage in a list: its name on its colour. */
export function stageChip(stage: Stage | undefined): Html | '' {
  if (!stage) return ''
  return html`<span class="chip" style="--stage:${safeColor(stage.color)};--ink:${inkOn(stage.color)}"
    >${stage.name}</span
  >`
}
