import { element } from '../../card/client/element.ts'
import type { Feed } from '../routes.ts'
import { clock, words } from './page.ts'
import { prettyJson } from './pretty.ts'
import { state, type Tab } from './state.ts'
import { panel, table } from './tables.ts'

/** The tabs that show how the portal stands, drawn anew each time. */
export const standingTabs: Record<Exclude<Tab, 'requests'>, (feed: Feed) => HTMLElement[]> = {
  outbound: () => [
    panel(
      words.outbound,
      '',
      table(
        [words.time, words.event, words.address, words.state, words.about],
        [...state.outbound.values()]
          .sort((one, other) => other.id - one.id)
          .map((one) => [
            clock(one.at),
            element('b', '', [one.event]),
            element('code', '', [one.address]),
            outcome(one.status, one.ms),
            fold(one.body),
          ]),
        words.noOutbound,
      ),
    ),
  ],
  queue: ({ queue, handlers }) => [
    panel(
      words.queue,
      '',
      table(
        [words.time, words.event, words.about, words.state],
        queue.map((one) => [
          clock(one.at),
          element('b', '', [one.event]),
          element('code', '', [one.about]),
          one.error === 1 ? words.failed : one.isTaken ? words.taken : words.waiting,
        ]),
        words.noQueue,
      ),
    ),
    panel(
      words.handlers,
      '',
      table(
        [words.event, words.state, words.address],
        handlers.map((one) => [
          element('b', '', [one.event]),
          one.isOffline ? words.offline : words.online,
          element('code', '', [one.handler]),
        ]),
        words.noHandlers,
      ),
    ),
  ],
  limits: ({ limits }) => [
    panel(
      words.bucket,
      limits.perSecond === null
        ? words.bucketOff
        : words.bucketNote.replace('{rate}', String(limits.perSecond)).replace('{burst}', String(limits.burst)),
      gauge(limits.level, limits.burst),
    ),
    panel(
      words.operating,
      limits.operatingSeconds === null ? '' : words.operatingNote.replace('{seconds}', String(limits.operatingSeconds)),
      table(
        [words.method, words.who, words.seconds, ''],
        limits.spent.map((one) => [
          element('b', '', [one.method]),
          one.account,
          one.operating.toFixed(2),
          gauge(one.operating, limits.operatingSeconds ?? one.operating),
        ]),
        words.noOperating,
      ),
    ),
  ],
  oddities: ({ ignored, notImplemented }) => [
    panel(
      words.ignored,
      words.ignoredNote,
      table(
        [words.method, words.parameter, words.who, words.count],
        ignored
          .toSorted((one, other) => other.count - one.count)
          .map((one) => [
            element('b', '', [one.method]),
            element('code', 'name is-odd', [one.name]),
            one.by === 'app' || one.by === 'webhook' ? words[one.by] : words.nobody,
            String(one.count),
          ]),
        words.noIgnored,
      ),
    ),
    panel(
      words.notImplemented,
      '',
      table(
        [words.method, words.count],
        Object.entries(notImplemented)
          .sort(([, one], [, other]) => other - one)
          .map(([name, count]) => [element('b', '', [name]), String(count)]),
        words.noNotImplemented,
      ),
    ),
  ],
  faults: ({ faults }) => {
    const rows = (faults.faults as Record<string, unknown>[]).map((one) => {
      const { id, kind, method, event, seen, fired, ...rest } = one
      return [
        String(id),
        element('b', '', [String(kind)]),
        element('code', '', [String(method ?? event ?? '')]),
        element('code', '', [briefly(rest)]),
        String(seen),
        String(fired),
      ]
    })
    const switches = {
      down: faults.down,
      latencyMs: faults.latencyMs,
      failNext: faults.failNext,
      dropAnswerAfterWrite: faults.dropAnswerAfterWrite,
    }
    const on = Object.entries(switches).filter(([, value]) => value !== false && value !== 0 && value !== null)
    rows.push(
      ...on.map(([name, value]) => [
        '',
        element('b', '', [name]),
        element('code', '', ['']),
        element('code', '', [JSON.stringify(value)]),
        '',
        '',
      ]),
    )
    return [
      panel(
        words.faults,
        rows.length > 0 ? `seed ${faults.seed}` : '',
        table(['', words.fault, words.where, '', words.seen, words.fired], rows, words.noFaults),
      ),
      ...(faults.log.length > 0
        ? [
            panel(
              words.lastFirings,
              '',
              table(
                [words.time, words.fault, words.where, '№'],
                faults.log
                  .slice(-60)
                  .reverse()
                  .map((one) => [clock(one.at), element('b', '', [`${one.id} ${one.kind}`]), one.name, String(one.n)]),
                '',
              ),
            ),
          ]
        : []),
    ]
  },
}

/** What differs from "always". */
function briefly(rest: Record<string, unknown>): string {
  const usual: Record<string, unknown> = { probability: 1, times: null, skip: 0, effect: false, seconds: null }
  const told = Object.entries(rest).filter(([name, value]) => !(name in usual && usual[name] === value))
  return told.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(', ')
}

function outcome(status: number | null, ms: number): HTMLElement {
  if (status === null) return element('span', 'status is-waiting', [words.underWay])
  if (status === 0) return element('span', 'status is-bad', [words.noAnswer])
  const badge = element('span', `status ${status < 300 ? 'is-good' : 'is-bad'}`, [String(status)])
  return element('span', '', [badge, ` ${ms} ${words.ms}`])
}

function gauge(value: number, most: number): HTMLElement {
  const bar = element('meter', 'gauge')
  bar.max = Math.max(most, 0.001)
  bar.high = bar.max * 0.8
  bar.value = Math.min(value, bar.max)
  return element('span', 'gauge-line', [bar, `${value.toFixed(value < 10 ? 1 : 0)} / ${most.toFixed(0)}`])
}

/** What was open stays open when the table is drawn anew. */
const open = new Set<string>()

function fold(body: string): HTMLElement {
  const fields = Object.fromEntries(new URLSearchParams(body))
  const box = element('details', '', [
    element('summary', '', [
      Object.entries(fields)
        .filter(([name]) => name.startsWith('data'))
        .map(([name, value]) => `${name}=${value}`)
        .join(' ') || '…',
    ]),
    prettyJson(JSON.stringify(fields)),
  ])
  box.open = open.has(body)
  box.addEventListener('toggle', () => (box.open ? open.add(body) : open.delete(body)))
  return box
}
