import { createHash } from 'node:crypto'
import { BODY_LABELS } from '../../../contract/codes.ts'
import type { Command } from '../command.ts'
import { offerPayload, type OfferPayload } from './offer-payload.ts'
import { plain, rateWords, termWords } from './words.ts'

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const PAGE = 50
const MOST_PAGES = 4

/** A comment in the timeline of the request or order, by the person who offered. Proof: its visible reference. */
export const commentLoad: Command<OfferPayload> = {
  name: 'comment-load',
  payload: offerPayload,

  async send({ client, map, payload, chainKey }) {
    const answer = await client.call<number | string>('crm.timeline.comment.add', {
      fields: {
        ENTITY_TYPE: `dynamic_${map.processes[payload.load.kind].entityTypeId}`,
        ENTITY_ID: payload.load.id,
        COMMENT: commentText(payload, chainKey),
      },
    })
    return Number(answer.result)
  },

  async findProof({ client, map, payload, chainKey, userId, acceptedAt }) {
    const reference = referenceOf(chainKey)
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await client.call<{ ID: string; AUTHOR_ID: string; COMMENT: string; CREATED: string }[]>(
        'crm.timeline.comment.list',
        {
          filter: {
            ENTITY_TYPE: `dynamic_${map.processes[payload.load.kind].entityTypeId}`,
            ENTITY_ID: payload.load.id,
          },
          order: { ID: 'DESC' },
          select: ['ID', 'AUTHOR_ID', 'COMMENT', 'CREATED'],
          start: page * PAGE,
        },
      )
      const own = answer.result.find((row) => Number(row.AUTHOR_ID) === userId && row.COMMENT.includes(reference))
      if (own) return { portalId: Number(own.ID) }
      const last = answer.result.at(-1)
      // Clocks of two machines differ; a comment older than the offer by more than that is none of ours.
      if (answer.result.length < PAGE || !last || Date.parse(last.CREATED) < Date.parse(acceptedAt) - 600_000) break
    }
    return null
  },
}

/** «№ R-7F3K2»: short enough to be read out, and found again in the timeline. */
export function referenceOf(chainKey: string): string {
  const bytes = createHash('sha256').update(chainKey).digest()
  return `№ R-${[...bytes.subarray(0, 6)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`
}

export function commentText(payload: OfferPayload, chainKey: string): string {
  const vehicle = [
    payload.body && BODY_LABELS[payload.body].ru,
    payload.capacityKg && `${String(payload.capacityKg / 1000).replace('.', ',')} т`,
    payload.vehiclePlate && plain(payload.vehiclePlate),
    payload.trailerPlate && `прицеп ${plain(payload.trailerPlate)}`,
  ].filter(Boolean)
  return [
    `Предложение перевозчика: ${plain(payload.companyName)}`,
    `Ставка: ${rateWords(payload.rate, payload.vat)}`,
    payload.term && `Оплата: ${termWords(payload.term)}`,
    vehicle.length > 0 && `Машина: ${vehicle.join(', ')}`,
    payload.driverName && `Водитель: ${plain(payload.driverName)}`,
    payload.comment && `Комментарий: ${plain(payload.comment)}`,
    referenceOf(chainKey),
  ]
    .filter(Boolean)
    .join('\n')
}
