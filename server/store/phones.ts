import { sql } from 'kysely'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'

/** The number to call a carrier by, whose it is, and how he prefers to be reached. Never leaves the server whole. */
export interface CarrierPhone {
  companyId: number
  phone: string
  person: string | null
  channel: string | null
}

/**
 * One number a company: the dispatcher's own if the carrier base names one, else of its contact person, else the
 * company's first.
 */
export async function readCarrierPhones(
  store: PortalStore,
  companyIds: readonly number[],
): Promise<Map<number, CarrierPhone>> {
  const wanted = idList(companyIds)
  const { rows } = await sql<CarrierPhone & { rank: number }>`
    SELECT carrier.companyId, carrier.messageContact AS phone, contact.name AS person, carrier.channel, 1 AS rank, 0 AS position
    FROM carrier LEFT JOIN contact ON contact.id = carrier.contactId
    WHERE carrier.companyId IN ${wanted} AND carrier.messageContact IS NOT NULL
    UNION ALL
    SELECT carrier.companyId, phone.value, contact.name, carrier.channel, 2, phone.position
    FROM carrier JOIN phone ON phone.ownerKind = 'contact' AND phone.ownerId = carrier.contactId
    LEFT JOIN contact ON contact.id = carrier.contactId
    WHERE carrier.companyId IN ${wanted}
    UNION ALL
    SELECT phone.ownerId, phone.value, NULL, carrier.channel, 3, phone.position
    FROM phone LEFT JOIN carrier ON carrier.companyId = phone.ownerId
    WHERE phone.ownerKind = 'company' AND phone.ownerId IN ${wanted}
    ORDER BY rank DESC, position DESC`.execute(store)
  return new Map(
    rows.map((row) => [
      row.companyId,
      { companyId: row.companyId, phone: row.phone, person: row.person, channel: row.channel },
    ]),
  )
}

/** Whether we know this company as a carrier at all: a client's number is never given out here. */
export async function isCarrier(store: PortalStore, companyId: number): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`
    SELECT EXISTS (SELECT 1 FROM carrier WHERE companyId = ${companyId})
        OR EXISTS (SELECT 1 FROM carrierLane WHERE companyId = ${companyId})
        OR EXISTS (SELECT 1 FROM offer WHERE companyId = ${companyId})
        OR EXISTS (SELECT 1 FROM load WHERE carrierCompanyId = ${companyId} AND kind = 'order') AS found`.execute(store)
  return rows[0]?.found === 1
}
