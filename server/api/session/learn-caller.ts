import { NotAllowedError, PortalError } from '../../errors.ts'
import { NATIVE_TYPES } from '../../portal/schema-map.ts'
import { withinLimit } from './time-limit.ts'
import type { Opening } from './widget-boot.ts'

/** A telephone rings meanwhile: who is not named by then is a stranger. */
const PATIENCE_MS = 900
const MOST = 3

/**
 * Asks the portal, with the token that opened the page, whose number this is, and takes those companies and people into
 * the copy. Says whether it found anybody; a portal that is slow or refuses has found nobody.
 */
export async function learnCaller({ context, room, posted }: Opening, phone: string): Promise<boolean> {
  const search = async (givenUp: AbortSignal) => {
    const client = room.clients.forPostedToken(room.portal, posted.accessToken, givenUp)
    const { result } = await client.call<{ CONTACT?: number[]; COMPANY?: number[] } | []>('crm.duplicate.findbycomm', {
      type: 'PHONE',
      values: [phone],
    })
    if (Array.isArray(result)) return []
    const wanted = [
      ...(result.COMPANY ?? []).slice(0, MOST).map((id) => ({ kind: 'company' as const, id })),
      ...(result.CONTACT ?? []).slice(0, MOST).map((id) => ({ kind: 'contact' as const, id })),
    ]
    if (wanted.length === 0) return []
    const answers = await client.batch(
      Object.fromEntries(
        wanted.map(({ kind, id }) => [
          `${kind} ${id}`.replace(' ', ''),
          { method: 'crm.item.get', params: { entityTypeId: NATIVE_TYPES[kind], id } },
        ]),
      ),
    )
    return wanted.flatMap(({ kind, id }) => {
      const answer = answers[`${kind}${id}`]
      return answer?.ok ? [{ kind, item: (answer.result as { item: Record<string, unknown> }).item }] : []
    })
  }
  try {
    const found = await withinLimit(Math.min(PATIENCE_MS, context.proofLimitMs), search)
    for (const { kind, item } of found) await room.takeOver(kind, item)
    return found.length > 0
  } catch (error) {
    if (error instanceof PortalError || error instanceof NotAllowedError) return false
    throw error
  }
}
