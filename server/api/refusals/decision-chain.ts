import type { RefusalAction, RefusalState } from '../../../contract/refusals.ts'
import type { NewStep } from '../../store/outbox.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import type { RefusalStepRow } from '../../store/refusals.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { commentStep } from './card-steps.ts'
import type { RefusableCard } from './refusable-card.ts'
import { noticeSteps } from './told.ts'
import { readLanguages } from '../../store/person-languages.ts'
import { cardNote, TASKS, type CardNote, type NoticeName, type Told } from './words.ts'

export interface Decided {
  room: PortalRoom
  row: RefusalRow
  card: RefusableCard
  told: Told
  step: RefusalStepRow
  /** A button was pressed, nobody has said what is to be done. */
  isWordless: boolean
  /** Who may speak for the seats now, and those of them who could not before this step. */
  speakers: readonly number[]
  newcomers: readonly number[]
}

/** Where a card may have been put while it was asked for: work goes on where it stood. */
const PUT_ASIDE = ['LOST', 'PAUSE', 'CANCELLED', 'JUNK']

/** What follows in the portal from every step but the one that lets the card be lost. */
export async function decisionSteps(decided: Decided): Promise<NewStep[]> {
  const { row, step } = decided
  switch (step.action) {
    case 'return':
      return [
        ...restoring(decided),
        comment(decided, 'returned'),
        await instruction(decided),
        ...(await notice(decided, 'returned', [row.askerId, step.toUserId!])),
        ...(decided.isWordless ? await askForWords(decided) : []),
      ]
    case 'hand_over':
      return [
        ...restoring(decided),
        handing(decided),
        comment(decided, 'handed_over'),
        ...(await notice(decided, 'handed_over', [row.askerId, step.toUserId!])),
      ]
    case 'ask_more':
      return [comment(decided, 'questioned'), ...(await notice(decided, 'questioned', [row.askerId]))]
    case 'answer':
      return [comment(decided, 'answered'), ...(await notice(decided, 'answered', decided.speakers))]
    case 'withdraw':
      return [comment(decided, 'withdrawn')]
    case 'expire':
      return [comment(decided, 'expired'), ...(await notice(decided, 'expired', [row.askerId]))]
    case 'lift':
      return [comment(decided, 'lifted'), ...(await notice(decided, 'lifted', decided.newcomers))]
    case 'escalate':
      return [comment(decided, 'escalated'), ...(await notice(decided, 'escalated', decided.speakers))]
    default:
      return []
  }
}

const reference = ({ kind, id }: RefusableCard) => ({ kind, id })

function restoring({ row, card }: Decided): NewStep[] {
  if (!PUT_ASIDE.includes(card.stage) || card.stage === row.stage) return []
  return [
    {
      command: 'update-item',
      subject: `${card.kind} ${card.id}`,
      payload: { card: reference(card), stage: { to: row.stage, from: [card.stage] } },
      dependsOn: [],
    },
  ]
}

function handing({ card, step }: Decided): NewStep {
  return {
    command: 'update-item',
    subject: `${card.kind} ${card.id}`,
    payload: { card: reference(card), values: { assignedById: step.toUserId! } },
    dependsOn: [],
  }
}

function comment({ card, step, told }: Decided, note: CardNote): NewStep {
  return commentStep(card, cardNote(note, told), step.action)
}

async function instruction({ room, card, told, step }: Decided): Promise<NewStep> {
  const language = (await readLanguages(room.store, [step.toUserId!])).get(step.toUserId!) ?? told.portalLanguage
  return {
    command: 'add-task',
    subject: `${card.kind} ${card.id} tasks`,
    payload: {
      card: reference(card),
      title: TASKS.returned[language](told),
      text: step.text ?? '',
      responsibleId: step.toUserId!,
      byUserId: step.byUserId!,
      // Six in the evening by Moscow: the end of an office day.
      deadlineAt: step.untilOn && `${step.untilOn}T15:00:00.000Z`,
      part: 'instruction',
    },
    dependsOn: [],
  }
}

/** Nobody is told of what he has just done himself. */
function notice({ room, row, step, told }: Decided, name: NoticeName, toUserIds: readonly number[]) {
  const others = toUserIds.filter((id) => id !== step.byUserId)
  return noticeSteps(room.store, name, others, told, `REIS|REFUSAL|${row.key}`, [])
}

/** Whoever has only pressed a button is asked to say what is to be done. */
function askForWords({ room, row, step, told }: Decided) {
  return noticeSteps(room.store, 'instruct', [step.byUserId!], told, `REIS|INSTRUCT|${row.key}`, [])
}

/** What a step is called in the card's timeline and its chat. */
export const NOTE_OF: Partial<Record<RefusalAction, CardNote>> = {
  approve: 'lost',
  return: 'returned',
  hand_over: 'handed_over',
  ask_more: 'questioned',
  answer: 'answered',
  withdraw: 'withdrawn',
  expire: 'expired',
  lift: 'lifted',
  escalate: 'escalated',
}

/** Whether a step has let the card be lost. */
export const isLoss = (state: RefusalState) => state === 'approved' || state === 'recorded'
