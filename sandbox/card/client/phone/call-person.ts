import { button, element } from '../element.ts'
import { word } from '../page.ts'
import type { Call, CallItem } from './call.ts'
import { stageOf } from './call.ts'

/** The middle of a call card: who it is, and how the call stands. */
export function callPerson(call: Call, clock: HTMLElement): HTMLElement {
  const known = call.client
  const face = element('div', 'call-face', [known?.initials ?? '?'])
  if (known) face.style.setProperty('--hue', String(known.hue))
  const number = element('div', 'call-card-number', [call.number || word('hiddenNumber')])
  const lines = [face, nameOf(call), number]
  if (call.others.length > 0) lines.push(element('div', 'call-others', call.others.map(otherItem)))
  return element('div', 'call-person', [...lines, element('div', 'call-stage', [stageWord(call), clock])])
}

function nameOf(call: Call): HTMLElement {
  if (call.client) return element('div', 'call-name', [link(call.client)])
  return element('div', 'call-name', [word(call.hasClient ? 'hiddenItem' : 'unknownCaller')])
}

function otherItem(item: CallItem): HTMLElement {
  return element('div', 'call-other', [element('span', 'call-kind', [`${item.kind}: `]), link(item)])
}

/** A link into the CRM: the page's own handling opens it in a slider. */
function link(item: CallItem): HTMLElement {
  const node = element('a', '', [item.title])
  node.href = item.href
  return node
}

function stageWord(call: Call): HTMLElement {
  const stage = stageOf(call)
  const failed = call.failedCode === '486' ? 'lineBusy' : 'notReached'
  const key = { ringing: 'ringing', dialling: 'dialling', talking: 'talking', over: 'callOver', failed }[stage]
  return element('span', '', [word(key)])
}

/** `Входящий звонок на линию +7 495 000-00-00`. */
export function callHeading(call: Call): string {
  const kind = { incoming: 'incomingCall', outgoing: 'outgoingCall', callback: 'callback' }[call.direction]
  if (call.line === '') return word(kind)
  return `${word(kind)} ${word(call.direction === 'incoming' ? 'callOn' : 'callThrough')} ${call.line}`
}

/** What may be done about a call now; `act` names the server's action. */
export function callButtons(call: Call, act: (action: 'connect' | 'finish') => void, close: () => void): HTMLElement[] {
  const stage = stageOf(call)
  if (stage === 'over' || stage === 'failed') return [button('call-plain', word('close'), close)]
  if (stage === 'ringing')
    return [
      button('call-answer', word('answer'), () => act('connect')),
      button('call-end', word('decline'), () => act('finish')),
    ]
  return [button('call-end', word('hangUp'), () => act('finish'))]
}
