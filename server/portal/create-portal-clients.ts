import type { B24OAuth } from '@bitrix24/b24jssdk'
import { NotAllowedError, PortalError } from '../errors.ts'
import type { Log } from '../log.ts'
import { isOperatingRefusal, isRateRefusal, portalError, readAnswer, type ReadAnswer } from './call-outcome.ts'
import { batchParams, readBatch, type BatchCalls } from './batch.ts'
import { createLimiter, type Limiter, type LimiterTime } from './limiter.ts'
import { allowedEndpoint, type OAuthSettings } from './oauth.ts'
import type {
  CallOutcome,
  KnownPortal,
  Lane,
  PortalClient,
  PortalClients,
  TokenPair,
  TokenStorage,
} from './portal-client.ts'
import { createSdkClient, type Renew } from './sdk-client.ts'
import { createTokenRenewal } from './token-renewal.ts'

export interface PortalClientsSettings {
  tokens: TokenStorage
  oauth: OAuthSettings
  /** The portal's own limits. */
  perSecond: number
  burst: number
  time: LimiterTime
  log: Log
  /** How long an answer is waited for, milliseconds; longer than the portal itself works on a request. */
  answerTimeoutMs?: number
  /** Told of every call that was sent, for the server's figures. */
  onCall?: (call: SentCall) => void
}

export interface SentCall {
  memberId: string
  method: string
  lane: Lane
  outcome: CallOutcome
  seconds: number
}

/** The cloud's allowance of execution time per method and ten minutes. */
const OPERATING_LIMIT_SECONDS = 480
/** How often a call the portal did not even look at is offered again, by who is waiting for it. */
const OFFERS: Record<Lane, number> = { widget: 3, outbox: 6, import: 12 }

/** Clients of all portals, one limiter for each portal whoever calls. */
export function createPortalClients(settings: PortalClientsSettings): PortalClients {
  const { tokens, oauth, time, log, onCall = () => undefined } = settings
  const limiters = new Map<string, Limiter>()
  const renewTokens = createTokenRenewal({ tokens, oauth, now: time.now })
  const silent = new Set<string>()

  const limiterOf = (memberId: string): Limiter => {
    const known = limiters.get(memberId)
    if (known) return known
    const { perSecond, burst } = settings
    const made = createLimiter({ perSecond, burst, operatingLimitSeconds: OPERATING_LIMIT_SECONDS }, time)
    limiters.set(memberId, made)
    return made
  }

  const connect = (
    portal: KnownPortal,
    userId: number,
    lane: Lane,
    sdk: () => Promise<B24OAuth>,
    givenUp?: AbortSignal,
  ): PortalClient => {
    const limiter = limiterOf(portal.memberId)
    /** `methods` are what execution time is charged to: the call's own, or those of a batch's members. */
    const send = async (method: string, params: Record<string, unknown>, methods: string[]): Promise<ReadAnswer> => {
      const client = await sdk()
      for (let offer = 1; ; offer += 1) {
        await limiter.pass(lane, methods, givenUp)
        const began = time.now()
        const tell = (outcome: CallOutcome) =>
          onCall({ memberId: portal.memberId, method, lane, outcome, seconds: (time.now() - began) / 1000 })
        try {
          const answer = readAnswer(method, await client.actions.v2.call.make({ method, params }))
          limiter.succeeded()
          tell('done')
          silent.delete(portal.memberId)
          limiter.learn(method, answer.time)
          return answer
        } catch (thrown) {
          const error = portalError(method, thrown)
          const isLost = error instanceof PortalError && error.status === 0 && error.retryable
          const isLimited = isRateRefusal(error) || isOperatingRefusal(error)
          tell(isLost ? 'lost' : isLimited ? 'limited' : 'refused')
          if (isLost) silent.add(portal.memberId)
          else silent.delete(portal.memberId)
          if (isRateRefusal(error)) limiter.refusedForRate()
          else if (isOperatingRefusal(error)) limiter.refusedForOperating(methods)
          else throw error
          const { code, status } = error as PortalError
          log.warn(
            { memberId: portal.memberId, method, lane, code, status, offer },
            'the portal refused for its limits',
          )
          // A person does not wait minutes for a method to be forgiven.
          if (offer >= OFFERS[lane] || (lane === 'widget' && isOperatingRefusal(error))) throw error
        }
      }
    }
    return {
      memberId: portal.memberId,
      userId,
      async call<Result>(method: string, params: Record<string, unknown> = {}) {
        const { result, total, next } = await send(method, params, [method])
        return {
          result: result as Result,
          ...(total === undefined ? {} : { total }),
          ...(next === undefined ? {} : { next }),
        }
      },
      secondsLeft: (method: string) => limiter.secondsLeft(lane, method),
      async batch(calls: BatchCalls, options = {}) {
        if (!Object.keys(calls).length) return {}
        const methods = [...new Set(Object.values(calls).map((call) => call.method))]
        const answer = await send('batch', batchParams(calls, options.halt ?? false), methods)
        const { outcomes, times } = readBatch(calls, answer.result)
        for (const [method, told] of times) limiter.learn(method, told)
        return outcomes
      },
    }
  }

  const sdkOf = (portal: KnownPortal, userId: number, held: TokenPair, renew: Renew): B24OAuth => {
    allowedEndpoint(portal.oauthEndpoint, oauth)
    return createSdkClient(portal, userId, held, oauth, renew, settings.answerTimeoutMs)
  }

  return {
    forUser(portal, userId, lane, givenUp) {
      let made: Promise<B24OAuth> | null = null
      const make = async () => {
        const stored = await tokens.read(portal.memberId, userId)
        if (!stored) throw new NotAllowedError('session_expired', 'This person has to open the app again')
        const isOver = Date.parse(stored.expiresAt) <= time.now()
        const held = isOver ? await renewTokens(portal, userId, stored.accessToken) : stored
        return sdkOf(portal, userId, held, async (refused) => {
          const fresh = await renewTokens(portal, userId, refused)
          limiterOf(portal.memberId).count(lane)
          return fresh
        })
      }
      const sdk = () => {
        made ??= make().catch((error: unknown) => {
          made = null
          throw error
        })
        return made
      }
      return connect(portal, userId, lane, sdk, givenUp)
    },
    forPostedToken(portal, accessToken, givenUp) {
      const held = { accessToken, refreshToken: '', expiresAt: '' }
      const client = sdkOf(portal, 0, held, () => {
        throw new NotAllowedError('session_expired', 'The posted token is not valid (any more)')
      })
      return connect(portal, 0, 'widget', async () => client, givenUp)
    },
    isSilent: (memberId) => silent.has(memberId),
  }
}
