import { send } from '../api.ts'
import { button, element } from '../element.ts'
import { host } from '../host.ts'
import { refreshCard } from '../live-card.ts'
import { word } from '../page.ts'
import { autoClose } from './auto-close.ts'
import { stageOf } from './call.ts'
import type { Call } from './call.ts'
import { callFrames } from './call-frames.ts'
import { callButtons, callHeading, callPerson } from './call-person.ts'

export interface CallCard {
  update(call: Call): void
  remove(): void
}

/** The portal's call card. It closes by itself after a talk; `onGone` hears when it has. */
export function openCallCard(first: Call, onGone: () => void): CallCard {
  let call = first
  let talkingSince = startOf(call)
  const clock = element('span', 'call-card-clock')
  const left = element('section', 'call-side')
  const closing = autoClose({ warn: () => frames?.tell('CallCard::BeforeClose'), close: () => gone() })
  const frames = callFrames(() => call, closing)
  const root = element('div', 'call-card', frames ? [left, frames.root] : [left])
  root.classList.toggle('is-small', frames === null)
  root.setAttribute('role', 'dialog')
  root.dataset['callId'] = call.id
  const ticking = setInterval(showClock, 1000)

  function showClock(): void {
    clock.textContent = talkingSince === null || call.isOver ? '' : duration(performance.now() - talkingSince)
  }

  function gone(): void {
    clearInterval(ticking)
    closing.stop()
    root.remove()
    onGone()
  }

  async function act(action: string, body: Record<string, unknown> = {}): Promise<void> {
    try {
      await send(`phone-calls/${encodeURIComponent(call.id)}/${action}`, body)
      await refreshCard()
    } catch (error) {
      host().toast(error instanceof Error ? error.message : word('failed'), 'error')
    }
  }

  function closeByHand(): void {
    frames?.tell('CallCard::BeforeClose')
    void act('hide')
    gone()
  }

  function draw(): void {
    root.dataset['stage'] = stageOf(call)
    root.setAttribute('aria-label', callHeading(call))
    const fold = button('call-fold', '', () => {
      root.classList.toggle('is-folded')
      fold.textContent = word(root.classList.contains('is-folded') ? 'unfold' : 'fold')
    })
    fold.textContent = word(root.classList.contains('is-folded') ? 'unfold' : 'fold')
    const head = element('header', 'call-head', [element('span', 'call-card-state', [callHeading(call)]), fold])
    const adding = element('div', 'call-adding', call.hasClient ? [] : addButtons(act))
    const foot = element(
      'footer',
      'call-foot',
      callButtons(call, (action) => void act(action), closeByHand),
    )
    left.replaceChildren(head, callPerson(call, clock), adding, foot)
    showClock()
  }

  draw()
  document.body.append(root)
  return {
    update(next) {
      const before = call
      call = next
      talkingSince ??= startOf(next)
      draw()
      if (before.state !== next.state || before.isOver !== next.isOver)
        frames?.tell('CallCard::CallStateChanged', next.state)
      const client = clientOf(next)
      if (JSON.stringify(clientOf(before)) !== JSON.stringify(client)) frames?.tell('CallCard::EntityChanged', client)
      if (!before.isOver && next.isOver && next.failedCode === null) closing.callEnded()
    },
    remove: gone,
  }
}

function addButtons(act: (action: string, body: Record<string, unknown>) => Promise<void>): HTMLElement[] {
  return [
    button('call-add', word('addLead'), () => void act('create', { type: 'LEAD' })),
    button('call-add', word('addContact'), () => void act('create', { type: 'CONTACT' })),
  ]
}

/** What EntityChanged tells; a number nobody knows is the word `unknown`. */
function clientOf(call: Call): Record<string, unknown> {
  const { PHONE_NUMBER = 'unknown', CRM_ENTITY_TYPE, CRM_ENTITY_ID } = call.status
  return { PHONE_NUMBER, CRM_ENTITY_TYPE, CRM_ENTITY_ID }
}

/** The moment of this page's own clock at which people began to talk. */
function startOf(call: Call): number | null {
  return call.talkedMs === null ? null : performance.now() - call.talkedMs
}

/** Milliseconds as `мм:сс`. */
function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}
