import { maskText } from './masking.ts'

/** One request to the portal with its answer; texts are cut and masked when they are shown. */
export interface Exchange {
  id: number
  /** ISO. */
  at: string
  method: string
  commands: string[]
  userId: number
  by: 'app' | 'webhook' | 'nobody'
  status: number
  error: string
  ms: number
  params: string
  answer: string
  /** Length of the whole answer in characters. */
  answerLength: number
  /** The answer was kept to its end. */
  isWhole: boolean
  /** The caller saw no answer: the connection was cut. */
  isCut: boolean
  /** What was sent and looked at by nobody. */
  ignored: Ignored[]
}

export interface Ignored {
  method: string
  name: string
}

/** One request of the portal to the application. */
export interface Outbound {
  id: number
  at: string
  event: string
  address: string
  body: string
  /** Null while it is under way, 0 when nobody answered. */
  status: number | null
  ms: number
}

export type Inspector = ReturnType<typeof createInspector>

const keptExchanges = 500
const keptOutbound = 300
const longestText = 24_000
const mostNames = 300

/** What there is to look at: the last requests with their parameters and answers, what the portal has sent, oddities. */
export function createInspector(now: () => number) {
  let exchanges: Exchange[] = []
  let outbound: Outbound[] = []
  let lastId = 0
  let notImplemented = new Map<string, number>()
  /** By `caller method name`. */
  let ignored = new Map<string, number>()

  const count = (counts: Map<string, number>, name: string): void => {
    if (counts.size < mostNames || counts.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const listIgnored = (): (Ignored & { by: string; count: number })[] =>
    [...ignored].map(([key, count]) => {
      const [by = '', method = '', ...name] = key.split(' ')
      return { by, method, name: name.join(' '), count }
    })
  const shown = (text: string): string => maskText(text)

  return {
    exchange(
      exchange: Omit<Exchange, 'id' | 'at' | 'params' | 'answerLength' | 'isWhole'> & { params: unknown },
    ): void {
      const { params, answer, ...rest } = exchange
      const kept = {
        ...rest,
        params: cut(printParams(params)),
        answer: cut(answer),
        answerLength: answer.length,
        isWhole: answer.length <= longestText,
      }
      exchanges.push({ ...kept, id: (lastId += 1), at: new Date(now()).toISOString() })
      if (exchanges.length > keptExchanges * 2) exchanges = exchanges.slice(-keptExchanges)
      for (const { method, name } of exchange.ignored) count(ignored, `${rest.by} ${method} ${name}`)
    },
    /** Returns how to say what became of it. */
    outbound(event: string, address: string, body: string): (status: number) => void {
      const began = performance.now()
      const at = new Date(now()).toISOString()
      const one: Outbound = { id: (lastId += 1), at, event, address, body: cut(body), status: null, ms: 0 }
      outbound = [...outbound.slice(1 - keptOutbound), one]
      return (status) => {
        one.status = status
        one.ms = Math.round(performance.now() - began)
      }
    },
    notImplemented: (name: string): void => count(notImplemented, name.slice(0, 80)),
    /** What was sent and looked at by nobody, and how often. */
    ignored: listIgnored,
    read: (after: number) => ({
      exchanges: exchanges
        .slice(-keptExchanges)
        .filter((one) => one.id > after)
        .map(({ params, answer, ...rest }) => ({ ...rest, params: shown(params), answer: shown(answer) })),
      outbound: outbound
        .filter((one) => one.id > after || one.status === null || recently(one, now()))
        .map((one) => ({ ...one, address: shown(one.address), body: shown(one.body) })),
      notImplemented: Object.fromEntries(notImplemented),
      ignored: listIgnored(),
      lastId,
    }),
    clear(): void {
      exchanges = []
      outbound = []
      notImplemented = new Map()
      ignored = new Map()
    },
  }
}

/** Its outcome may have come after it was last looked at. */
const recently = (one: Outbound, moment: number): boolean => moment - Date.parse(one.at) < 15_000

/** Very long values would only be cut again. */
function printParams(params: unknown): string {
  const text = JSON.stringify(params, (_key, value: unknown) =>
    typeof value === 'string' && value.length > 2000 ? `${value.slice(0, 2000)}… (${value.length})` : value,
  )
  return text ?? ''
}

/** A copy, so that a long text is not kept alive by its beginning. */
const cut = (text: string): string =>
  text.length <= longestText ? text : Buffer.from(text.slice(0, longestText)).toString()
