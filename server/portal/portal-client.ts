/** Who a call yields to when the portal's limits are near: people first, deliveries next, the import last. */
export type Lane = 'widget' | 'outbox' | 'import'

/** How a call ended: answered, refused for the portal's limits, refused for another reason, or not answered at all. */
export type CallOutcome = 'done' | 'limited' | 'refused' | 'lost'

export interface CallAnswer<Result = unknown> {
  result: Result
  total?: number
  next?: number
}

export type BatchMemberAnswer = ({ ok: true } & CallAnswer) | { ok: false; code: string; status: number }

/**
 * REST calls to one portal with one person's rights. All clients of a portal share one limiter. Never retries a
 * call whose answer was lost: whoever wrote must look for the proof first.
 *
 * Errors: PortalError (status 0 when no answer came), NotAllowedError('session_expired') when the token is gone for good.
 */
export interface PortalClient {
  readonly memberId: string
  readonly userId: number
  call<Result = unknown>(method: string, params?: Record<string, unknown>): Promise<CallAnswer<Result>>
  /** Execution seconds that may still be spent on a method; null while nothing recent is known of it. */
  secondsLeft?(method: string): number | null
  /** At most 50 members; each has its own outcome. `halt` stops at the first failure. */
  batch(
    calls: Record<string, { method: string; params?: Record<string, unknown> }>,
    options?: { halt?: boolean },
  ): Promise<Record<string, BatchMemberAnswer>>
}

/** A token pair as the portal or its OAuth server hands it out. */
export interface TokenPair {
  accessToken: string
  refreshToken: string
  /** UTC ISO. */
  expiresAt: string
}

/** Where tokens live between calls; `context.ts` fills it from the registry. */
export interface TokenStorage {
  read(memberId: string, userId: number): Promise<TokenPair | null>
  /** Whether tokens of this person were ever kept, also if they are gone. */
  knows(memberId: string, userId: number): Promise<boolean>
  /** Replaces both tokens at once. */
  save(memberId: string, userId: number, tokens: TokenPair): Promise<void>
  /** The refresh of this pair was refused for good: the person has to open a card again, unless he has done so since. */
  markGone(memberId: string, userId: number, refreshToken: string): Promise<void>
}

/** What we keep of a portal outside its own file. */
export interface KnownPortal {
  memberId: string
  /** Ends with `/rest/`. */
  clientEndpoint: string
  oauthEndpoint: string
  origin: string
  applicationToken: string | null
  installedByUserId: number
  state: 'installing' | 'installed' | 'removed'
}

/** Once `givenUp` fires, nobody waits for the client's answers any more: calls whose turn has not come are not sent. */
export interface PortalClients {
  /** With the stored tokens of that person. */
  forUser(portal: KnownPortal, userId: number, lane: Lane, givenUp?: AbortSignal): PortalClient
  /** With a token a browser has just posted: nothing is stored, nothing is refreshed. */
  forPostedToken(portal: KnownPortal, accessToken: string, givenUp?: AbortSignal): PortalClient
  /** Whether the newest call to this portal, whoever made it, got no answer at all. */
  isSilent(memberId: string): boolean
}
