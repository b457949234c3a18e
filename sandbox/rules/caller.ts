/**
 * Who is asking. Every one of them acts with the rights of a portal user; an application is narrowed by its
 * scopes besides. `user` is the portal's own page: no token, no limits, no log.
 */
export type Caller =
  | { kind: 'user'; userId: number }
  | { kind: 'webhook'; userId: number }
  | { kind: 'app'; userId: number; clientId: string; scope: string[] }

/** The account that execution time is charged to; the portal's own pages have none. */
export function accountOf(caller: Caller): string | null {
  if (caller.kind === 'app') return `app:${caller.clientId}`
  if (caller.kind === 'webhook') return `webhook:${caller.userId}`
  return null
}
