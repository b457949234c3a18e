import { BODY_LABELS } from '../../../contract/codes.ts'
import type { Command } from '../command.ts'
import { addTimelineComment, findTimelineComment, referenceOf } from '../timeline-comment.ts'
import { offerPayload, type OfferPayload } from './offer-payload.ts'
import { dayWords, plain, priceWords, termWords } from './words.ts'

/** A comment in the timeline of the request or order, by the person who offered. Proof: its visible reference. */
export const commentLoad: Command<OfferPayload> = {
  name: 'comment-load',
  payload: offerPayload,

  async send(delivery) {
    const { payload, chainKey } = delivery
    return addTimelineComment(delivery, payload.load, commentText(payload, chainKey))
  },

  async findProof(delivery) {
    return findTimelineComment(delivery, delivery.payload.load, referenceOf(delivery.chainKey))
  },
}

export function commentText(payload: OfferPayload, chainKey: string): string {
  const vehicle = [
    payload.body && BODY_LABELS[payload.body].ru,
    payload.capacityKg && `${String(payload.capacityKg / 1000).replace('.', ',')} т`,
    payload.vehiclePlate && plain(payload.vehiclePlate),
    payload.trailerPlate && `прицеп ${plain(payload.trailerPlate)}`,
  ].filter(Boolean)
  return [
    `${payload.action === 'executor' ? 'Предложен исполнитель' : 'Предложение перевозчика'}: ${plain(payload.companyName)}`,
    `Ставка: ${priceWords(payload)}`,
    payload.term && `Оплата: ${termWords(payload.term)}`,
    vehicle.length > 0 && `Машина: ${vehicle.join(', ')}`,
    payload.driverName && `Водитель: ${plain(payload.driverName)}`,
    payload.validUntilOn && `Действует до: ${dayWords(payload.validUntilOn)}`,
    payload.comment && `Комментарий: ${plain(payload.comment)}`,
    referenceOf(chainKey),
  ]
    .filter(Boolean)
    .join('\n')
}
