import { createHash } from 'node:crypto'
import { CRM_EVENTS, ONLINE_EVENTS } from '../portal/events.ts'
import { PLACEMENTS } from '../portal/placements.ts'
import { robotDefinitions } from '../portal/robots.ts'

/**
 * What this version of the app, at this address, binds in a portal, as a mark to compare: a portal that was fitted by
 * another version has to be fitted again before it shows what is new.
 */
export function bindingMark(publicUrl: string): string {
  const bound = [publicUrl, PLACEMENTS, CRM_EVENTS, ONLINE_EVENTS, robotDefinitions(publicUrl, 0)]
  return createHash('sha256').update(JSON.stringify(bound)).digest('hex').slice(0, 32)
}
