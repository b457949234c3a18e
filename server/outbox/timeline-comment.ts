import { createHash } from 'node:crypto'
import type { CardReference } from '../../contract/card.ts'
import { NATIVE_TYPES, typeIdOfCard, type SchemaMap } from '../portal/schema-map.ts'
import type { Delivery } from './command.ts'
import { plain } from './commands/words.ts'

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const PAGE = 50
const MOST_PAGES = 4
/** Clocks of two machines differ; a comment older than the press by more than that is none of ours. */
const CLOCKS_DIFFER_MS = 600_000

type Sender = Pick<Delivery<unknown>, 'client' | 'map' | 'userId' | 'acceptedAt' | 'appUserId' | 'standsInFor'>

/** «№ R-7F3K2N»: short enough to be read out, and found again in the timeline. */
export function referenceOf(key: string): string {
  const bytes = createHash('sha256').update(key).digest()
  return `№ R-${[...bytes.subarray(0, 6)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`
}

const WRITTEN_FOR = { ru: 'Записано приложением «Рейс» за сотрудника', en: 'Written by the app Reis for' } as const

/** Writes a comment into a card's timeline; returns its id. The app says for whom it writes. */
export async function addTimelineComment(
  { client, map, standsInFor }: Sender,
  card: CardReference,
  text: string,
): Promise<number> {
  const note = standsInFor ? `${WRITTEN_FOR[standsInFor.language]}: ${plain(standsInFor.name)}\n` : ''
  const answer = await client.call<number | string>('crm.timeline.comment.add', {
    fields: { ENTITY_TYPE: timelineType(card, map), ENTITY_ID: card.id, COMMENT: note + text },
  })
  return Number(answer.result)
}

/** The comment of this person, or of the app in his place, that holds this reference, looked for newest first; null when there is none. */
export async function findTimelineComment(
  { client, map, userId, appUserId, acceptedAt }: Sender,
  card: CardReference,
  reference: string,
): Promise<{ portalId: number } | null> {
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await client.call<{ ID: string; AUTHOR_ID: string; COMMENT: string; CREATED: string }[]>(
      'crm.timeline.comment.list',
      {
        filter: { ENTITY_TYPE: timelineType(card, map), ENTITY_ID: card.id },
        order: { ID: 'DESC' },
        select: ['ID', 'AUTHOR_ID', 'COMMENT', 'CREATED'],
        start: page * PAGE,
      },
    )
    const isOurs = (row: { AUTHOR_ID: string }) => [userId, appUserId].includes(Number(row.AUTHOR_ID))
    const own = answer.result.find((row) => isOurs(row) && row.COMMENT.includes(reference))
    if (own) return { portalId: Number(own.ID) }
    const last = answer.result.at(-1)
    if (answer.result.length < PAGE || !last || Date.parse(last.CREATED) < Date.parse(acceptedAt) - CLOCKS_DIFFER_MS)
      break
  }
  return null
}

/** Native cards go by their names, smart processes by their type. */
function timelineType({ kind }: CardReference, map: SchemaMap): string {
  return kind in NATIVE_TYPES ? kind : `dynamic_${typeIdOfCard(kind, map)}`
}
