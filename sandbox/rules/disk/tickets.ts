import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Portal } from '../../portal.ts'

/** What an address may be used for, by whom: the portal writes it into the address and signs it. */
export interface Ticket {
  deed: 'upload' | 'download'
  /** The folder, or the file. */
  id: number
  userId: number
  generateUniqueName: boolean
}

/** `disk|<base64>|<signature>`, as the portal's own tokens look. */
export function signTicket(portal: Portal, ticket: Ticket): string {
  const body = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `disk|${body}|${signature(portal, body)}`
}

/** Null for a token that this portal has not written. */
export function readTicket(portal: Portal, token: string): Ticket | null {
  const [kind, body = '', given = ''] = token.split('|')
  const own = Buffer.from(signature(portal, body))
  const other = Buffer.from(given)
  if (kind !== 'disk' || own.length !== other.length || !timingSafeEqual(own, other)) return null
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Ticket
}

function signature(portal: Portal, body: string): string {
  const { meta } = portal.state
  const secret = meta.get('diskSecret') ?? portal.random(32)
  meta.set('diskSecret', secret)
  return createHmac('sha256', secret).update(body).digest('hex')
}
