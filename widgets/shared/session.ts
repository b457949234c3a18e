import type { Boot, Session, SessionInput } from '../../contract/session.ts'
import { openFrame } from './frame.ts'

/** The bearer of our own API. It lives in page memory only and is renewed through the portal's frame. */
export interface SessionHolder {
  readonly token: string
  /** Replaces `usedToken` by a fresh one; false when the portal gives none. Calls that fail together renew once. */
  renew(usedToken: string): Promise<boolean>
}

/** Holds a session; `fetchBoot` asks for a new one. */
export function holdSession(first: Session, fetchBoot: () => Promise<Boot>): SessionHolder {
  let current = first
  let renewing: Promise<boolean> | null = null

  async function ask(): Promise<boolean> {
    try {
      const boot = await fetchBoot()
      if (!('session' in boot)) return false
      current = boot.session
      return true
    } catch {
      return false
    }
  }

  return {
    get token() {
      return current.token
    },
    renew(usedToken) {
      if (usedToken !== current.token) return Promise.resolve(true)
      renewing ??= ask().finally(() => {
        renewing = null
      })
      return renewing
    },
  }
}

/** Boots through the portal's frame: what a reload needs, since the posted body is gone by then. */
export async function bootThroughFrame(
  widget: string,
  renew: boolean,
  placementOptions?: Record<string, unknown>,
): Promise<Boot> {
  const frame = await openFrame()
  const input: SessionInput = {
    widget,
    ...(await frame.credentials(renew)),
    ...(placementOptions && { placementOptions }),
  }
  const answer = await fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    cache: 'no-store',
  })
  if (answer.ok) return (await answer.json()) as Boot
  const problem = await answer.json().catch(() => ({ code: 'unexpected', message: `HTTP ${answer.status}` }))
  return { state: 'refused', problem }
}
