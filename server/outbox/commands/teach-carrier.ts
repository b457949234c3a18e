import { z } from 'zod'
import type { MappedProcess } from '../../portal/schema-map.ts'
import { isSameValue } from '../../portal/same-value.ts'
import { writeFields, type OurValue } from '../../portal/written-values.ts'
import type { Command, Delivery } from '../command.ts'
import { referredId, stepReference } from './step-reference.ts'

const values = z.record(z.string(), z.union([z.string(), z.number()]))

export const teachCarrierPayload = z.object({
  company: stepReference,
  companyName: z.string(),
  contact: stepReference.nullable(),
  /** Lines to be there besides those that are; one that is there in another spelling is not written twice. */
  directions: z.array(z.string()),
  vehicles: z.array(z.string()),
  /** What he has just said of his truck: the newest word counts. */
  whereabouts: values,
  /** For an entry that does not stand yet, and for fields of a standing one that are empty. */
  first: values,
})
export type TeachCarrierPayload = z.infer<typeof teachCarrierPayload>

/**
 * Teaches the carrier base what a carrier has said: directions and vehicles come to those he has, whereabouts replace
 * the older ones, and who has no entry gets one. Two people who hear different things lose nothing of either.
 * Proof: everything stands there.
 */
export const teachCarrier: Command<TeachCarrierPayload> = {
  name: 'teach-carrier',
  payload: teachCarrierPayload,
  touched: (_payload, portalId) => (portalId ? { kind: 'carrier', id: portalId } : null),

  async send(delivery) {
    const { client, map, payload, chainKey, userId } = delivery
    const { carrier } = map.processes
    const entry = await findEntry(delivery)
    if (entry) {
      const fields = missing(entry, payload, carrier)
      if (Object.keys(fields).length > 0)
        await client.call('crm.item.update', {
          entityTypeId: carrier.entityTypeId,
          id: Number(entry.id),
          useOriginalUfNames: 'Y',
          fields,
        })
      return Number(entry.id)
    }
    const answer = await client.call<{ item: { id: number } }>('crm.item.add', {
      entityTypeId: carrier.entityTypeId,
      useOriginalUfNames: 'Y',
      fields: {
        title: payload.companyName,
        xmlId: chainKey,
        companyId: await referredId(delivery, payload.company),
        ...(payload.contact && { contactIds: [await referredId(delivery, payload.contact)] }),
        assignedById: userId,
        ...missing({}, payload, carrier),
      },
    })
    return Number(answer.result.item.id)
  },

  async findProof(delivery) {
    const entry = await findEntry(delivery)
    if (!entry) return null
    const open = missing(entry, delivery.payload, delivery.map.processes.carrier)
    return Object.keys(open).length === 0 ? { portalId: Number(entry.id) } : null
  },
}

/** The entry of the company; of several the oldest, which is the one people know. */
async function findEntry(delivery: Delivery<TeachCarrierPayload>): Promise<Record<string, unknown> | null> {
  const { client, map, payload } = delivery
  const { result } = await client.call<{ items: Record<string, unknown>[] }>('crm.item.list', {
    entityTypeId: map.processes.carrier.entityTypeId,
    filter: { companyId: await referredId(delivery, payload.company) },
    order: { id: 'ASC' },
    select: ['*', 'UF_*'],
    useOriginalUfNames: 'Y',
  })
  return result.items[0] ?? null
}

/** Fields, as the portal names them, that do not say yet what they have to. */
function missing(entry: Record<string, unknown>, payload: TeachCarrierPayload, process: MappedProcess) {
  const wanted: Record<string, OurValue> = { ...payload.whereabouts }
  for (const [code, value] of Object.entries(payload.first))
    if (isEmpty(valueOf(entry, process, code))) wanted[code] = value
  const lists = { DIRECTIONS: payload.directions, VEHICLES: payload.vehicles }
  for (const [code, lines] of Object.entries(lists)) {
    const joined = joinLines(linesOf(valueOf(entry, process, code)), lines)
    if (joined) wanted[code] = joined
  }
  const written = writeFields(process, wanted)
  return Object.fromEntries(Object.entries(written).filter(([name, value]) => !isSameValue(entry[name], value)))
}

const valueOf = (entry: Record<string, unknown>, process: MappedProcess, code: string): unknown => {
  const name = process.fields[code]?.name
  return name === undefined ? undefined : entry[name]
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0)

const linesOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String).filter(Boolean) : [])

/** null when nothing new came. */
function joinLines(standing: readonly string[], added: readonly string[]): string[] | null {
  const known = new Set(standing.map(bare))
  const fresh = added.filter((line) => {
    const key = bare(line)
    if (known.has(key)) return false
    known.add(key)
    return true
  })
  return fresh.length === 0 ? null : [...standing, ...fresh]
}

/** Spaces, dashes of any length and case make no other line. */
function bare(line: string): string {
  return line.toLocaleLowerCase('ru').replaceAll('ё', 'е').replaceAll(/[–—]/g, '-').replaceAll(/\s+/g, '')
}
