import { BODY_LABELS, type Language } from '../../../contract/codes.ts'
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

const WORDS = {
  ru: {
    executor: 'Предложен исполнитель',
    quote: 'Предложение перевозчика',
    rate: 'Ставка',
    term: 'Оплата',
    vehicle: 'Машина',
    trailer: 'прицеп',
    driver: 'Водитель',
    validUntil: 'Действует до',
    comment: 'Комментарий',
    tons: (tons: number) => `${String(tons).replace('.', ',')} т`,
  },
  en: {
    executor: 'Executor proposed',
    quote: 'Carrier’s offer',
    rate: 'Rate',
    term: 'Payment',
    vehicle: 'Truck',
    trailer: 'trailer',
    driver: 'Driver',
    validUntil: 'Valid until',
    comment: 'Comment',
    tons: (tons: number) => `${tons} t`,
  },
} satisfies Record<Language, unknown>

export function commentText(payload: OfferPayload, chainKey: string): string {
  const { language } = payload
  const words = WORDS[language]
  const vehicle = [
    payload.body && BODY_LABELS[payload.body][language],
    payload.capacityKg && words.tons(payload.capacityKg / 1000),
    payload.vehiclePlate && plain(payload.vehiclePlate),
    payload.trailerPlate && `${words.trailer} ${plain(payload.trailerPlate)}`,
  ].filter(Boolean)
  return [
    `${words[payload.action]}: ${plain(payload.companyName)}`,
    `${words.rate}: ${priceWords(payload, language)}`,
    payload.term && `${words.term}: ${termWords(payload.term, language)}`,
    vehicle.length > 0 && `${words.vehicle}: ${vehicle.join(', ')}`,
    payload.driverName && `${words.driver}: ${plain(payload.driverName)}`,
    payload.validUntilOn && `${words.validUntil}: ${dayWords(payload.validUntilOn)}`,
    payload.comment && `${words.comment}: ${plain(payload.comment)}`,
    referenceOf(chainKey),
  ]
    .filter(Boolean)
    .join('\n')
}
