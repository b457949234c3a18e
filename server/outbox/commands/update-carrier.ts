import { z } from 'zod'
import { writeFields } from '../../portal/written-values.ts'
import { DeliveryRefusedError, type Command, type Delivery } from '../command.ts'

const freeAt = z.object({ place: z.string().nullable(), on: z.iso.date().nullable() })

export const updateCarrierPayload = z.object({
  carrierId: z.number().int(),
  /** Where and when the truck will be free, as the carrier said. */
  free: freeAt,
  /** What may stand there now: our copy, and what our own writes on their way will have put there. */
  before: z.array(freeAt),
})
export type UpdateCarrierPayload = z.infer<typeof updateCarrierPayload>
type FreeAt = z.infer<typeof freeAt>

/**
 * Teaches the carrier base where a truck will be free. Proof: read back and compare. A value that somebody else has
 * changed meanwhile is not overwritten.
 */
export const updateCarrier: Command<UpdateCarrierPayload> = {
  name: 'update-carrier',
  payload: updateCarrierPayload,
  touched: ({ carrierId }) => ({ kind: 'carrier', id: carrierId }),

  async send(delivery) {
    const { client, map, payload } = delivery
    const standing = await readFree(delivery)
    if (isSame(standing, payload.free)) return payload.carrierId
    if (!payload.before.some((before) => isSame(standing, before)))
      throw new DeliveryRefusedError('changed_meanwhile', 'The carrier entry was changed by somebody else')
    const { carrier } = map.processes
    await client.call('crm.item.update', {
      entityTypeId: carrier.entityTypeId,
      id: payload.carrierId,
      useOriginalUfNames: 'Y',
      fields: writeFields(carrier, { FREE_PLACE: payload.free.place, FREE_ON: payload.free.on }),
    })
    return payload.carrierId
  },

  async findProof(delivery) {
    const standing = await readFree(delivery)
    return isSame(standing, delivery.payload.free) ? { portalId: delivery.payload.carrierId } : null
  },
}

async function readFree({ client, map, payload }: Delivery<UpdateCarrierPayload>): Promise<FreeAt> {
  const { carrier } = map.processes
  const answer = await client.call<{ item: Record<string, unknown> }>('crm.item.get', {
    entityTypeId: carrier.entityTypeId,
    id: payload.carrierId,
    useOriginalUfNames: 'Y',
  })
  const valueOf = (code: string) => {
    const name = carrier.fields[code]?.name
    const value = name === undefined ? null : answer.result.item[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return { place: valueOf('FREE_PLACE'), on: valueOf('FREE_ON') }
}

/**
 * The portal gives a day as a moment of its own zone; the day is what was written. Spaces at the ends of a text are
 * nobody's change: our copy does not keep them.
 */
function isSame(a: FreeAt, b: FreeAt): boolean {
  return (a.place ?? '').trim() === (b.place ?? '').trim() && (a.on ?? '').slice(0, 10) === (b.on ?? '').slice(0, 10)
}
