import { Random } from '../../sandbox/seeds/random.ts'
import type { SchemaMap } from '../../server/portal/schema-map.ts'
import { referenceOf } from '../../server/outbox/timeline-comment.ts'
import { PRESS_PATH } from './press-door.ts'
import type { Trace } from './press.ts'

/** What a press needs to be sent, and what it must leave behind. */
export interface Dealt {
  kind: string
  key: string
  path: string
  body: unknown
  traces: Trace[]
}

/** Things to press about. */
export interface Stock {
  map: SchemaMap
  carriers: { carrierId: number; companyId: number }[]
}

const TOWNS = ['Казань', 'Самара', 'Уфа', 'Пенза', 'Тверь', 'Рязань']
const STAGES = ['SEARCH', 'TRUCK', 'AGREEMENT', 'PAUSE']
const dayOf = (shift: number) => new Date(Date.UTC(2027, 0, 1 + shift)).toISOString().slice(0, 10)

/** Deals one press after another: offers, answers of carriers, refusals and changes of companies, by a seed. */
export function createDealer(stock: Stock, seed: number) {
  const random = new Random(seed)
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random.next() * list.length)]!
  let dealt = 0

  const offer = (requestId: number, key: string): Dealt => {
    const { companyId } = pick(stock.carriers)
    const body = {
      key,
      load: { kind: 'request', id: requestId },
      companyId,
      rate: { minor: 5_000_000 + Math.floor(random.next() * 9_000) * 1000, currency: 'RUB' },
      vat: pick(['22', 'none', '0']),
      term: { event: 'scan', days: 5, bankDays: true, prepayPercent: 0 },
      body: null,
      capacityKg: 20_000,
      vehiclePlate: null,
      trailerPlate: null,
      driverName: null,
      driverPhone: null,
      availableFromOn: null,
      validUntilAt: null,
      comment: `предложение ${dealt}`,
    }
    const timeline = `timeline ${stock.map.processes.request.entityTypeId} ${requestId}`
    const traces = [
      { subject: `offers of ${companyId} on ${requestId}`, mark: key, step: 0 },
      { subject: timeline, mark: referenceOf(key), step: 1 },
    ]
    return { kind: 'offer', key, path: '/api/offers', body, traces }
  }

  const attempt = (requestId: number, key: string): Dealt => {
    const { carrierId, companyId } = pick(stock.carriers)
    const isBusy = random.next() < 0.6
    const freePlace = isBusy ? `${pick(TOWNS)}, ${dealt}` : null
    const body = {
      key,
      load: { kind: 'request', id: requestId },
      companyId,
      result: isBusy ? 'busy_until' : pick(['no_answer', 'too_dear', 'wrong_direction']),
      until: isBusy ? dayOf(Math.floor(random.next() * 60)) : null,
      freePlace,
      comment: null,
    }
    const heard = { subject: `attempt ${key}`, mark: key, step: -1 }
    const taught = freePlace === null ? [] : [{ subject: `carrier ${carrierId}`, mark: freePlace, step: 0 }]
    return { kind: 'attempt', key, path: '/api/attempts', body, traces: [heard, ...taught] }
  }

  const refusal = (requestId: number, key: string): Dealt => {
    const why = `отказ ${dealt}`
    const card = { kind: 'request', id: requestId }
    const steps = [
      {
        command: 'update-item',
        subject: `request ${requestId}`,
        payload: { card, values: { LOST_COMMENT: why }, stage: { to: pick(STAGES), from: null } },
        dependsOn: [],
      },
      {
        command: 'comment-card',
        subject: `request ${requestId} timeline`,
        payload: { card, text: `Отказ от клиента: ${why}` },
        dependsOn: [0],
      },
    ]
    const traces = [
      { subject: `request ${requestId}`, mark: why, step: 0 },
      {
        subject: `timeline ${stock.map.processes.request.entityTypeId} ${requestId}`,
        mark: referenceOf(key),
        step: 1,
      },
    ]
    return { kind: 'refusal', key, path: PRESS_PATH, body: { key, kind: 'refusal', steps }, traces }
  }

  const company = (key: string): Dealt => {
    const { companyId } = pick(stock.carriers)
    const title = `Перевозчик ${companyId}, запись ${dealt}`
    const card = { kind: 'company', id: companyId }
    const subject = `company ${companyId}`
    const steps = [{ command: 'update-item', subject, payload: { card, values: { title } }, dependsOn: [] }]
    return {
      kind: 'company',
      key,
      path: PRESS_PATH,
      body: { key, kind: 'company', steps },
      traces: [{ subject, mark: title, step: 0 }],
    }
  }

  return function deal(requestId: number): Dealt {
    dealt += 1
    const key = `chaos-${seed}-${String(dealt).padStart(8, '0')}`
    const die = random.next()
    if (die < 0.4) return offer(requestId, key)
    if (die < 0.7) return attempt(requestId, key)
    return die < 0.85 ? refusal(requestId, key) : company(key)
  }
}
