import type { Command } from '../command.ts'
import { writeFields } from '../../portal/written-values.ts'
import { paymentForm } from './payment-form.ts'
import { offerPayload, type OfferPayload } from './offer-payload.ts'
import { rateWords } from './words.ts'

/** The offer as an item of the portal, under its request or order. Proof: the item whose xmlId is our key. */
export const addOffer: Command<OfferPayload> = {
  name: 'add-offer',
  payload: offerPayload,
  touched: (_payload, portalId) => (portalId ? { kind: 'offer', id: portalId } : null),

  async send({ client, map, payload, chainKey, userId }) {
    const { offer } = map.processes
    const parent = map.processes[payload.load.kind]
    const answer = await client.call<{ item: { id: number } }>('crm.item.add', {
      entityTypeId: offer.entityTypeId,
      useOriginalUfNames: 'Y',
      fields: {
        title: `${payload.companyName}: ${rateWords(payload.rate, payload.vat)}`,
        xmlId: chainKey,
        companyId: payload.companyId,
        assignedById: userId,
        [`parentId${parent.entityTypeId}`]: payload.load.id,
        ...(offer.stages.RECEIVED ? { categoryId: offer.categoryId, stageId: offer.stages.RECEIVED } : {}),
        ...writeFields(offer, {
          ACTION: 'quote',
          CARRIER: payload.companyId,
          RATE: payload.rate,
          PAYMENT_FORM: paymentForm(offer, payload.vat),
          TERM_EVENT: payload.term?.event,
          TERM_DAYS: payload.term?.days,
          TERM_BANK_DAYS: payload.term?.bankDays,
          PREPAY_PCT: payload.term?.prepayPercent,
          BODY: payload.body ?? undefined,
          CAPACITY_KG: payload.capacityKg ?? undefined,
          VEHICLE_PLATE: payload.vehiclePlate ?? undefined,
          TRAILER_PLATE: payload.trailerPlate ?? undefined,
          DRIVER_NAME: payload.driverName ?? undefined,
          DRIVER_PHONE: payload.driverPhone ?? undefined,
          AVAILABLE_FROM_AT: payload.availableFromAt ?? undefined,
          VALID_UNTIL_AT: payload.validUntilAt ?? undefined,
          LOAD_PLACE: payload.loadText ?? undefined,
          UNLOAD_PLACE: payload.unloadText ?? undefined,
          LOAD_FROM_AT: payload.loadFromAt ?? undefined,
          SOURCE: 'form',
          AUTHOR: userId,
          COMMENT: payload.comment ?? undefined,
        }),
      },
    })
    return Number(answer.result.item.id)
  },

  async findProof({ client, map, chainKey }) {
    const answer = await client.call<{ items: { id: number }[] }>('crm.item.list', {
      entityTypeId: map.processes.offer.entityTypeId,
      filter: { '=xmlId': chainKey },
      select: ['id'],
      order: { id: 'ASC' },
    })
    const first = answer.result.items[0]
    return first ? { portalId: Number(first.id) } : null
  },
}
