import { element } from '../../card/client/element.ts'
import { words } from './page.ts'
import type { Exchange } from './state.ts'

/** 200, a refusal's status, or that the connection was cut. */
export function statusBadge(one: Exchange): HTMLElement {
  if (one.isCut) return element('span', 'status is-cut', [words.cut])
  const tone = one.status < 300 ? 'is-good' : one.status < 500 ? 'is-refused' : 'is-bad'
  return element('span', `status ${tone}`, [String(one.status)])
}
