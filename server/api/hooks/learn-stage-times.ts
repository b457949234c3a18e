import type { BatchMemberAnswer } from '../../portal/portal-client.ts'
import { NATIVE_TYPES, stageCode, typeIdOfCard } from '../../portal/schema-map.ts'
import { listOpenRefusals } from '../../store/refusals.ts'
import { readStageTimes, saveStageTimes, type StageTime, type Talks } from '../../store/stage-times.ts'
import type { ApiContext } from '../api-context.ts'
import { readRefusableCard, type RefusableCard } from '../refusals/refusable-card.ts'
import type { PortalRoom } from '../session/portal-room.ts'

interface HistoryRow {
  STAGE_ID?: string
  STATUS_ID?: string
  CREATED_TIME: string
}

/**
 * Asks the portal, once for each refusal that waits, how long its card stood in which stage, and what was said about it:
 * calls, letters and messages in the card and in the lead it came from.
 */
export async function learnStageTimes(context: ApiContext, room: PortalRoom): Promise<void> {
  const map = room.map()
  if (!map) return
  for (const row of await listOpenRefusals(room.store)) {
    const card = { kind: row.cardKind, id: row.cardId }
    const known = await readStageTimes(room.store, card)
    if (known?.talks && known.at >= row.askedAt) continue
    const client = room.clients.forUser(room.portal, room.portal.installedByUserId, 'import')
    const typeId = typeIdOfCard(row.cardKind, map)
    const cards = [{ typeId, id: row.cardId }, ...(await leadOf(room, card))]
    const answers = await client.batch({
      history: {
        method: 'crm.stagehistory.list',
        params: { entityTypeId: typeId, filter: { OWNER_ID: row.cardId }, order: { ID: 'ASC' } },
      },
      ...talkQueries(cards),
    })
    const { history } = answers
    if (!history?.ok) throw new Error(`The portal told no history of stages: ${history?.code ?? 'no answer'}`)
    const process = row.cardKind === 'lead' ? null : map.processes[row.cardKind]
    const nameOf = (one: HistoryRow) => {
      const stageId = one.STAGE_ID ?? one.STATUS_ID ?? ''
      return process ? stageCode(process, stageId) : stageId
    }
    const at = new Date(context.now()).toISOString()
    const { items } = history.result as { items: HistoryRow[] }
    await saveStageTimes(room.store, card, timesOf(items, nameOf, row.askedAt), talksOf(answers, cards.length), at)
  }
}

/** By the portal's kinds of activities; of TYPE_ID 6 those whose provider is a messenger or SMS. */
const TALKS: Record<keyof Talks, Record<string, unknown>> = {
  calls: { TYPE_ID: 2 },
  letters: { TYPE_ID: 4 },
  messages: { PROVIDER_ID: ['IMOPENLINES_SESSION', 'CRM_SMS', 'CRM_NOTIFICATION', 'WHATSAPP'] },
}
const KINDS = Object.keys(TALKS) as (keyof Talks)[]

function talkQueries(cards: readonly { typeId: number; id: number }[]) {
  const queries = cards.flatMap(({ typeId, id }, index) =>
    KINDS.map((kind) => {
      const filter = { OWNER_TYPE_ID: typeId, OWNER_ID: id, ...TALKS[kind] }
      return [`${kind}${index}`, { method: 'crm.activity.list', params: { filter, select: ['ID'] } }] as const
    }),
  )
  return Object.fromEntries(queries)
}

function talksOf(answers: Record<string, BatchMemberAnswer>, cards: number): Talks {
  const totalOf = (name: string) => {
    const answer = answers[name]
    return answer?.ok ? (answer.total ?? (answer.result as unknown[]).length) : 0
  }
  const sumOf = (kind: keyof Talks) =>
    Array.from({ length: cards }, (_none, index) => totalOf(`${kind}${index}`)).reduce((sum, one) => sum + one, 0)
  return { calls: sumOf('calls'), letters: sumOf('letters'), messages: sumOf('messages') }
}

async function leadOf(room: PortalRoom, card: Pick<RefusableCard, 'kind' | 'id'>) {
  const { leadId } = await readRefusableCard(room.store, card).catch(() => ({ leadId: null }))
  return leadId === null ? [] : [{ typeId: NATIVE_TYPES.lead, id: leadId }]
}

/** How long it stood in each stage up to `until`, in the order they were first entered. */
export function timesOf(rows: readonly HistoryRow[], nameOf: (row: HistoryRow) => string, until: string): StageTime[] {
  const seconds = new Map<string, number>()
  const entered = rows.map((row) => ({ stage: nameOf(row), ms: Date.parse(row.CREATED_TIME) }))
  for (const [index, { stage, ms }] of entered.entries()) {
    const end = entered[index + 1]?.ms ?? Date.parse(until)
    const spent = Math.max(0, Math.round((end - ms) / 1000))
    if (Number.isFinite(spent)) seconds.set(stage, (seconds.get(stage) ?? 0) + spent)
  }
  return [...seconds].map(([stage, spent]) => ({ stage, seconds: spent }))
}
