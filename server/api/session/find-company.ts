import type { CompanyNumberAnswer } from '../../../contract/capture.ts'
import { NotAllowedError, PortalError } from '../../errors.ts'
import { NATIVE_TYPES } from '../../portal/schema-map.ts'
import { readCompanyTitles } from '../../store/candidates.ts'
import type { PortalRoom } from './portal-room.ts'
import { withinLimit } from './time-limit.ts'

/** Longer nobody waits beside a field: the number is looked at again when the company is written. */
const PATIENCE_MS = 1200

/** A register of companies outside the portal (ЕГРЮЛ, by whatever service a portal has); null: it knows no such number. */
export interface CompanyRegister {
  find(taxNumber: string): Promise<{ title: string } | null>
}

/** Who has this number in the portal, with the rights of the person who asks; else what a register says. */
export async function findCompanyByNumber(
  room: PortalRoom,
  userId: number,
  taxNumber: string,
  register: CompanyRegister | null,
): Promise<CompanyNumberAnswer> {
  try {
    const companyId = await withinLimit(PATIENCE_MS, (givenUp) => ask(room, userId, taxNumber, givenUp))
    if (companyId !== null) {
      const name = (await readCompanyTitles(room.store, [companyId])).get(companyId)
      return { state: 'known', companyId, name: name ?? `№ ${companyId}` }
    }
    const suggested = register && (await withinLimit(PATIENCE_MS, () => register.find(taxNumber)))
    return { state: 'free', suggested }
  } catch (error) {
    if (error instanceof PortalError || error instanceof NotAllowedError) return { state: 'unchecked' }
    throw error
  }
}

async function ask(room: PortalRoom, userId: number, taxNumber: string, givenUp: AbortSignal): Promise<number | null> {
  const client = room.clients.forUser(room.portal, userId, 'widget', givenUp)
  const { result } = await client.call<{ ENTITY_ID: string | number }[]>('crm.requisite.list', {
    filter: { RQ_INN: taxNumber, ENTITY_TYPE_ID: NATIVE_TYPES.company },
    select: ['ID', 'ENTITY_ID'],
    order: { ID: 'ASC' },
  })
  const first = result[0]
  return first ? Number(first.ENTITY_ID) : null
}
