import type { NewStep } from '../../store/outbox.ts'
import { readOpenOfferAuthors } from '../../store/offer-authors.ts'
import { hasOpenRequests } from '../../store/lead-requests.ts'
import { readLead } from '../../store/leads.ts'
import { readMeta } from '../../store/meta.ts'
import { readLanguages } from '../../store/person-languages.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { commentStep } from './card-steps.ts'
import { AFTER_LOSS } from './after-loss.ts'
import type { RefusableCard } from './refusable-card.ts'
import { noticeSteps } from './told.ts'
import { cardNote, TASKS, type Told } from './words.ts'

const LOST_STAGE = { request: 'LOST', order: 'CANCELLED', lead: 'JUNK' } as const
/** Nobody will ask again about a load that was none. */
const NO_NEXT_CONTACT = ['duplicate', 'spam', 'carrier_call']

export interface Loss {
  room: PortalRoom
  row: RefusalRow
  card: RefusableCard
  told: Told
  /** Who decided; null where nobody had to. */
  deciderId: number | null
  /** YYYY-MM-DD: the day a paused lead is looked at again. */
  contactOn: string
}

/** All that follows when a card may be lost, in one chain: what does not depend on a refused step goes on. */
export async function lossSteps(loss: Loss): Promise<NewStep[]> {
  const { room, row, card, told } = loss
  const steps: NewStep[] = [closing(loss), commentStep(card, cardNote('lost', told), 'lost', [0])]
  steps.push(...(await leadSteps(loss)))
  const tag = `REIS|REFUSAL|${row.key}`
  if (loss.deciderId !== null) steps.push(...(await noticeSteps(room.store, 'approved', [row.askerId], told, tag, [0])))
  const owners = card.load ? await readOpenOfferAuthors(room.store, card.load.kind, card.id) : []
  const others = owners.filter((id) => id !== row.askerId && id !== loss.deciderId)
  steps.push(...(await noticeSteps(room.store, 'load_gone', others, told, `REIS|GONE|${card.kind}|${card.id}`, [0])))
  for (const afterLoss of AFTER_LOSS) steps.push(...(await afterLoss({ room, row, card, lost: 0 })))
  return steps
}

function closing({ room, row, card }: Loss): NewStep {
  const values = card.kind === 'request' ? lossFields(room, row) : {}
  return {
    command: 'update-item',
    subject: `${card.kind} ${card.id}`,
    payload: { card: reference(card), values, stage: { to: LOST_STAGE[card.kind], from: openStages(room, card) } },
    dependsOn: [],
  }
}

/** A portal whose own list lacks the reason still keeps the comment. */
function lossFields(room: PortalRoom, row: RefusalRow) {
  const elements = room.map()?.processes.request.fields.LOST_REASON?.elements ?? {}
  return {
    ...(Object.hasOwn(elements, row.reason) && { LOST_REASON: row.reason }),
    LOST_COMMENT: row.comment,
    ...(row.nextContactOn && { NEXT_CONTACT_ON: row.nextContactOn }),
  }
}

/** A card somebody has won meanwhile is not lost. null: whatever the stage of a lead is. */
export function openStages(room: PortalRoom, card: Pick<RefusableCard, 'kind'>): string[] | null {
  const process = card.kind === 'lead' ? null : room.map()?.processes[card.kind]
  if (!process) return null
  return Object.entries(process.stages)
    .filter(([, stageId]) => (process.semantics?.[stageId] ?? 'P') === 'P')
    .map(([code]) => code)
}

/** A client comes back with his next load: his lead waits, and somebody is reminded of him. */
async function leadSteps({ room, row, card, told, contactOn }: Loss): Promise<NewStep[]> {
  const { leadId } = card
  if (card.kind !== 'request' || leadId === null || NO_NEXT_CONTACT.includes(row.reason)) return []
  const lead = await readLead(room.store, leadId)
  if (!lead || lead.semantics !== 'P' || (await hasOpenRequests(room.store, leadId, card.id))) return []
  const leadCard = { kind: 'lead' as const, id: leadId }
  const responsibleId = lead.assignedById ?? row.askerId
  const language = (await readLanguages(room.store, [responsibleId])).get(responsibleId) ?? told.portalLanguage
  const rests = await restingStage(room)
  const resting: NewStep[] = rests
    ? [
        {
          command: 'update-item',
          subject: `lead ${leadId}`,
          payload: { card: leadCard, stage: { to: rests, from: null } },
          dependsOn: [0],
        },
      ]
    : []
  return [
    ...resting,
    {
      command: 'add-task',
      subject: `lead ${leadId} tasks`,
      payload: {
        card: leadCard,
        title: TASKS.next_contact[language]({ ...told, title: lead.title }),
        text: TASKS.next_contact_text[language](told),
        responsibleId,
        byUserId: row.askerId,
        deadlineAt: `${contactOn}T15:00:00.000Z`,
        part: 'next-contact',
      },
      dependsOn: [0],
    },
  ]
}

/** Where leads rest in this portal; null: it has no such stage. What was fitted before it was asked for has ours. */
async function restingStage({ store }: PortalRoom): Promise<string | null> {
  const known = await readMeta<{ statusId: string | null }>(store, 'restingLeadStage')
  return known ? known.statusId : 'PAUSE'
}

const reference = ({ kind, id }: RefusableCard) => ({ kind, id })
