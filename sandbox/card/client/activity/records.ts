import { ownUri } from '../app-frame.ts'
import { asInForm } from '../form-values.ts'
import { isMap } from '../layout/shape.ts'
import { change, whenDrawn } from '../live-card.ts'
import { page } from '../page.ts'
import { openFor } from './open-app.ts'

/** Records that wait for the application to answer a press: their number, and which writing of them was pressed. */
const waiting = new Map<string, { revision: string; path: string; animation: string }>()

/** Brings the records of a timeline to life: what applications have drawn, and the portal's own buttons. */
export function startRecords(): void {
  document.addEventListener('click', (event) => {
    const target = event.target as Element
    const pressed = target.closest<HTMLElement>('[data-press]')
    if (pressed) return void press(pressed)
    const opener = target.closest<HTMLElement>('[data-open-app]')
    if (opener) return open(opener)
    const { complete, deleteActivity } =
      target.closest<HTMLElement>('[data-complete], [data-delete-activity]')?.dataset ?? {}
    if (complete) void change('complete', { activityId: Number(complete) })
    if (deleteActivity) void change('delete-activity', { activityId: Number(deleteActivity) })
  })
  whenDrawn(markWaiting)
}

/** The record is blocked, or the button, until the application has written the record anew. */
async function press(node: HTMLElement): Promise<void> {
  const { press: path = '', activity = '', animation = '' } = node.dataset
  const revision = recordOf(activity)?.dataset.revision ?? ''
  if (animation !== '') waiting.set(activity, { revision, path, animation })
  markWaiting()
  if (!(await change('press', { activityId: Number(activity), path }))) waiting.delete(activity)
  markWaiting()
}

function markWaiting(): void {
  for (const [activity, { revision, path, animation }] of waiting) {
    const record = recordOf(activity)
    const isAnswered = !record || record.dataset.revision !== revision
    if (isAnswered) waiting.delete(activity)
    record?.classList.toggle('is-waiting', !isAnswered && animation === 'loader')
    for (const node of record?.querySelectorAll<HTMLButtonElement>('button[data-press]') ?? [])
      node.disabled = !isAnswered && (animation === 'loader' || node.dataset.press === path)
  }
}

const recordOf = (activity: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-activity-id="${CSS.escape(activity)}"]`)

/** The slider is told on which card and for which record it was opened. */
function open(node: HTMLElement): void {
  const { card, viewerId } = page()
  const { actionParams, sliderParams } = JSON.parse(node.dataset.openApp ?? '{}') as Record<string, unknown>
  const about = {
    entityTypeId: String(card?.entityTypeId ?? ''),
    entityId: String(card?.id ?? ''),
    activityId: node.dataset.activity ?? '',
  }
  openFor(asInForm({ ...(isMap(actionParams) ? actionParams : {}), ...about }), sliderParams, {
    viewerId,
    uri: ownUri(),
  })
}
