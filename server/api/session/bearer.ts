import { createHash } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { cardKind } from '../../../contract/card.ts'
import { ROLES } from '../../../contract/codes.ts'
import { NotAllowedError } from '../../errors.ts'

const LIFETIME_SECONDS = 3600

const viewer = z.object({
  memberId: z.string(),
  userId: z.number().int(),
  userName: z.string(),
  isAdmin: z.boolean(),
  roles: z.array(z.enum(ROLES)),
  language: z.enum(['ru', 'en']),
  /** The one card this session was proved for; null on a page of the app's own and in a call with no card. */
  item: z.object({ kind: cardKind, id: z.number().int() }).nullable(),
})
/** Who looks, at what, as the portal proved it. */
export type Viewer = z.infer<typeof viewer>

export interface Bearer {
  sign(viewer: Viewer): Promise<{ token: string; expiresAt: string }>
  /** Throws NotAllowedError: `session_expired` for an old one, `not_signed_in` for anything else. */
  verify(token: string): Promise<Viewer>
}

/** Our own sessions: bearers of one hour that live in page memory only. `now` in milliseconds. */
export function createBearer(secret: string, now: () => number): Bearer {
  const key = createHash('sha256').update(`session:${secret}`).digest()
  return {
    async sign(who) {
      const issued = Math.floor(now() / 1000)
      const token = await new SignJWT({ viewer: who })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuedAt(issued)
        .setExpirationTime(issued + LIFETIME_SECONDS)
        .sign(key)
      return { token, expiresAt: new Date((issued + LIFETIME_SECONDS) * 1000).toISOString() }
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: new Date(now()) })
        return viewer.parse(payload.viewer)
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED')
          throw new NotAllowedError('session_expired', 'The session has ended: open the card again')
        throw new NotAllowedError('not_signed_in', 'Open this page from a card of the portal')
      }
    },
  }
}
