import { button, element } from './element.ts'
import { word } from './page.ts'

/** One call the application asked the portal to make. */
export interface PortalCall {
  kind: 'phone' | 'user'
  /** The number as the application gave it, or the id of a colleague. */
  target: string
  at: string
  params: unknown
}

/** Shows the portal's call card with the number and a running clock; nothing is really dialled. */
export function showCallCard(call: PortalCall): void {
  document.querySelector('.call-card')?.remove()
  const clock = element('span', 'call-card-clock', ['00:00'])
  const card = element('div', 'call-card', [
    element('div', 'call-card-state', [word('calling')]),
    element('div', 'call-card-number', [call.target]),
    clock,
  ])
  const started = Date.now()
  const ticking = setInterval(() => (clock.textContent = duration(Date.now() - started)), 1000)
  const hangUp = button('call-card-end', word('hangUp'), () => {
    clearInterval(ticking)
    card.remove()
  })
  card.append(hangUp)
  card.setAttribute('role', 'dialog')
  document.body.append(card)
}

/** Milliseconds as `мм:сс`. */
function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}
