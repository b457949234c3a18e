/** As the call card names them. */
export type CallDirection = 'incoming' | 'outgoing' | 'callback'
/** `idle`: not begun, or over; `connecting`: dialling; `connected`: people talk. */
export type CallState = 'idle' | 'connecting' | 'connected'
/** The kinds of CRM items a call may be bound to. */
export type CallCrmType = 'LEAD' | 'DEAL' | 'CONTACT' | 'COMPANY'

export interface CallBinding {
  type: CallCrmType
  id: number
}

export interface PhoneCall {
  /** `externalCall.<32 letters>.<unix seconds>`; what the telephony methods call CALL_ID. */
  id: string
  /** Whose screen shows the card. */
  userId: number
  /** `+79990000001`; empty where the number is unknown. */
  number: string
  direction: CallDirection
  line: { number: string; name: string }
  /** Who calls; also among `bindings`. */
  crm: CallBinding | null
  bindings: CallBinding[]
  /** The activity of the timeline made for this call. */
  activityId: number | null
  state: CallState
  /** Milliseconds since the epoch. */
  startedAt: number
  connectedAt: number | null
  finishedAt: number | null
  /** SIP code of a call that failed: 486 busy, 480 away. */
  failedCode: string | null
  /** A card put away stays away. */
  isShown: boolean
  /** The page whose own phone makes the call; it lives and dies with that page. Null: shown on every page. */
  pageId: string | null
}

export interface CallOrder {
  userId: number
  number: string
  direction: CallDirection
  /** Without an id a new one is made. */
  id?: string
  line?: { number: string; name: string }
  crm?: CallBinding | null
  bindings?: CallBinding[]
  activityId?: number | null
  /** A call of an outside telephony may be shown when people already talk. */
  state?: CallState
  isShown?: boolean
  pageId?: string | null
}

export type PhoneCalls = ReturnType<typeof createPhoneCalls>

const OFFICE_LINE = { number: '+74950000000', name: '' }

/**
 * The portal's telephone: calls that nobody really makes. They live in memory only. `changed` is told whose card is
 * another one now, `happened` what an application may want to hear.
 */
export function createPhoneCalls(
  now: () => number,
  random: (length: number) => string,
  changed: (userId: number) => void,
  happened: (news: 'begun' | 'answered' | 'ended', call: PhoneCall) => void = () => {},
) {
  const calls = new Map<string, PhoneCall>()

  function update(id: string, change: (call: PhoneCall) => void): PhoneCall | null {
    const call = calls.get(id)
    if (!call) return null
    change(call)
    changed(call.userId)
    return call
  }

  return {
    /** Begins a call and shows its card; the same id again gives the call that is there. */
    start(order: CallOrder): PhoneCall {
      const id = order.id ?? `externalCall.${random(32)}.${Math.floor(now() / 1000)}`
      const known = calls.get(id)
      if (known) return known
      const bindings = order.bindings ?? []
      const state = order.state ?? (order.direction === 'outgoing' ? 'connecting' : 'idle')
      calls.set(id, {
        id,
        userId: order.userId,
        number: plainNumber(order.number),
        direction: order.direction,
        line: order.line ?? OFFICE_LINE,
        crm: order.crm ?? bindings[0] ?? null,
        bindings,
        activityId: order.activityId ?? null,
        state,
        startedAt: now(),
        connectedAt: state === 'connected' ? now() : null,
        finishedAt: null,
        failedCode: null,
        isShown: order.isShown ?? true,
        pageId: order.pageId ?? null,
      })
      changed(order.userId)
      const begun = calls.get(id) as PhoneCall
      happened('begun', begun)
      return begun
    },
    get: (id: string): PhoneCall | null => calls.get(id) ?? null,
    /** Every call since the portal started, newest first. */
    list: (): PhoneCall[] => [...calls.values()].toReversed(),
    /** Calls whose card stands on that person's screen, oldest first; without a page, on any of his pages. */
    shownTo: (userId: number, pageId?: string): PhoneCall[] =>
      [...calls.values()].filter(
        (call) =>
          call.userId === userId &&
          call.isShown &&
          (pageId === undefined || call.pageId === null || call.pageId === pageId),
      ),
    /** Somebody has answered; a call that is over stays over. */
    connect: (id: string) =>
      update(id, (call) => {
        if (call.finishedAt !== null) return
        const isNews = call.connectedAt === null
        call.state = 'connected'
        call.connectedAt ??= now()
        if (isNews) happened('answered', call)
      }),
    /** Somebody has hung up, or with a code: nobody could be reached. */
    finish: (id: string, failedCode: string | null = null) =>
      update(id, (call) => {
        if (call.finishedAt !== null) return
        call.state = 'idle'
        call.failedCode = failedCode
        call.finishedAt = now()
        happened('ended', call)
      }),
    /** Another client is bound to the call, or the first one. */
    bind: (id: string, binding: CallBinding) =>
      update(id, (call) => {
        call.crm = binding
        const others = call.bindings.filter((one) => one.type !== binding.type || one.id !== binding.id)
        call.bindings = [binding, ...others]
      }),
    show: (id: string) => update(id, (call) => (call.isShown = true)),
    hide: (id: string) => update(id, (call) => (call.isShown = false)),
    setActivity: (id: string, activityId: number) => update(id, (call) => (call.activityId = activityId)),
    clear: (): void => calls.clear(),
  }
}

/** Digits with a plus where there was one: what the portal keeps of a number. */
function plainNumber(text: string): string {
  const digits = text.replaceAll(/\D/g, '')
  return digits === '' ? '' : `${text.trim().startsWith('+') ? '+' : ''}${digits}`
}
