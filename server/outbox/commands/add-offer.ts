import type { Command, Delivery } from '../command.ts'
import type { MappedProcess } from '../../portal/schema-map.ts'
import { writeFields } from '../../portal/written-values.ts'
import { orSayWhatIsGone } from './gone-cards.ts'
import { paymentForm } from './payment-form.ts'
import { offerPayload, type OfferPayload } from './offer-payload.ts'
import { referredId } from './step-reference.ts'
import { papersWords, priceWords } from './words.ts'

/** The offer as an item of the portal, under its request or order. Proof: the item whose xmlId is our key. */
export const addOffer: Command<OfferPayload> = {
  name: 'add-offer',
  payload: offerPayload,
  touched: (_payload, portalId) => (portalId ? { kind: 'offer', id: portalId } : null),

  async send(delivery) {
    const { client, map, payload, chainKey, userId } = delivery
    const { offer } = map.processes
    const companyId = await companyOfOffer(delivery)
    const parent = map.processes[payload.load.kind]
    const adding = client.call<{ item: { id: number } }>('crm.item.add', {
      entityTypeId: offer.entityTypeId,
      useOriginalUfNames: 'Y',
      fields: {
        title: `${payload.companyName}: ${priceWords(payload, payload.language)}`,
        xmlId: chainKey,
        companyId,
        assignedById: userId,
        [`parentId${parent.entityTypeId}`]: payload.load.id,
        ...(offer.stages.RECEIVED ? { categoryId: offer.categoryId, stageId: offer.stages.RECEIVED } : {}),
        ...writeFields(offer, {
          ACTION: payload.action,
          CARRIER: companyId,
          RATE: payload.rate ?? undefined,
          RATE_PER_KM: payload.ratePerKm ?? undefined,
          PAYMENT_FORM: paymentForm(offer, payload.vat),
          TERM_EVENT: payload.term?.event,
          TERM_DAYS: payload.term?.days,
          TERM_BANK_DAYS: payload.term?.bankDays,
          PREPAY_PCT: payload.term?.prepayPercent,
          BODY: payload.body ?? undefined,
          CAPACITY_KG: payload.capacityKg ?? undefined,
          VOLUME_M3: payload.volumeM3 ?? undefined,
          VEHICLE_PLATE: payload.vehiclePlate ?? undefined,
          TRAILER_PLATE: payload.trailerPlate ?? undefined,
          DRIVER_NAME: payload.driverName ?? undefined,
          DRIVER_PHONE: payload.driverPhone ?? undefined,
          DRIVER_LICENCE: payload.driverLicence ?? undefined,
          VEHICLE_PAPER: payload.vehiclePaper ?? undefined,
          AVAILABLE_FROM_AT: payload.availableFromAt ?? undefined,
          VALID_UNTIL_AT: payload.validUntilAt ?? undefined,
          LOAD_PLACE: payload.loadText ?? undefined,
          UNLOAD_PLACE: payload.unloadText ?? undefined,
          LOAD_FROM_AT: payload.loadFromAt ?? undefined,
          SOURCE: payload.source,
          AUTHOR: userId,
          COMMENT: commentWith(offer, payload),
        }),
      },
    })
    const { result } = await orSayWhatIsGone(delivery, [payload.load, { kind: 'company', id: companyId }], adding)
    return Number(result.item.id)
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

function companyOfOffer(delivery: Delivery<OfferPayload>): Promise<number> {
  const { companyId, companyStep } = delivery.payload
  return referredId(delivery, companyId === null ? { step: companyStep ?? 0 } : { id: companyId })
}

/** A portal that keeps no fields for papers still keeps what they say. */
function commentWith(offer: MappedProcess, payload: OfferPayload): string | undefined {
  const unkept = papersWords({
    driverLicence: offer.fields.DRIVER_LICENCE ? null : payload.driverLicence,
    vehiclePaper: offer.fields.VEHICLE_PAPER ? null : payload.vehiclePaper,
  })
  return [payload.comment, unkept].filter(Boolean).join('\n') || undefined
}
