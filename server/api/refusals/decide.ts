import type { RefusalDenial } from '../../../contract/refusals.ts'
import type { Refusal } from '../../refusal/refusal.ts'
import { step as takeStep, type Move } from '../../refusal/step.ts'
import { speakersOf } from '../../refusal/seats.ts'
import { dayOf } from '../../refusal/working-hours.ts'
import type { PortalStore } from '../../store/database.ts'
import { acceptChain } from '../../store/outbox.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import {
  addRefusalStep,
  findRefusal,
  findRefusalStep,
  keepEvidence,
  readRefusalSteps,
  saveSteppedRefusal,
  type RefusalStepRow,
} from '../../store/refusals.ts'
import type { ApiContext } from '../api-context.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { approvalActivity } from './approval-activity.ts'
import { announce } from './ask.ts'
import { tellChat } from './card-steps.ts'
import { contactDay } from './contact-day.ts'
import { decisionSteps, isLoss, NOTE_OF } from './decision-chain.ts'
import { lossSteps } from './loss-chain.ts'
import { columnsOf, machineOf } from './machine-of.ts'
import { namesOf } from './names-of.ts'
import { readRefusableCard } from './refusable-card.ts'
import { robotAnswers } from './robot-answers.ts'
import { rulesOf } from './rules-of.ts'
import { seenEvidence } from './seen-evidence.ts'
import { toldOf } from './told.ts'
import { cardNote } from './words.ts'

export interface Decision {
  /** Of the press; the same press again is the same step. */
  key: string
  refusalKey: string
  /** The version that was on screen; null where the clock or a button in the timeline decides. */
  version: number | null
  move: Move
  /** A button of the timeline: it has said no more than yes or no. */
  isWordless?: boolean
}

/** What a decision came to: the refusal as it stands now, and why it was not taken. */
export interface DecisionOutcome {
  row: RefusalRow
  denied: RefusalDenial | null
}

/**
 * Takes one step with everything that follows from it, in one transaction. Of two who decide at once one wins; the
 * other is told what stands now. null: there is no such refusal.
 */
export async function decide(
  context: ApiContext,
  room: PortalRoom,
  decision: Decision,
): Promise<DecisionOutcome | null> {
  const { store } = room
  const row = await findRefusal(store, decision.refusalKey)
  if (!row) return null
  if (await findRefusalStep(store, decision.key)) return { row, denied: null }
  // What he saw is over: he decides anew about what stands now.
  if (decision.version !== null && !(await isStillWhatHeSaw(store, row, decision.version))) {
    const isOver = row.decidedAt !== null
    if (isOver || decision.move.action !== 'withdraw') return { row, denied: 'decided_already' }
  }
  const at = new Date(context.now()).toISOString()
  const { settings, rules } = await rulesOf(context, room, row.askerId)
  const stepped = takeStep(machineOf(row), decision.move, at, rules)
  if (stepped.denied !== null) return { row, denied: stepped.denied }
  const { move } = decision
  const stepRow: RefusalStepRow = {
    refusalKey: row.key,
    key: decision.key,
    at,
    byUserId: 'by' in move ? move.by : null,
    insteadOfId: stepped.insteadOf,
    action: move.action,
    text: 'text' in move ? move.text.trim() || null : null,
    toUserId: 'toUserId' in move ? move.toUserId : null,
    untilOn: 'untilOn' in move ? move.untilOn : null,
    sawId: null,
  }
  const next: RefusalRow = { ...row, ...columnsOf(stepped.refusal, at) }
  const card = await readRefusableCard(store, { kind: row.cardKind, id: row.cardId })
  const on = dayOf(at, rules.work)
  const speakersFor = ({ seats }: Refusal) => seats.flatMap((seat) => speakersOf(seat, row.askerId, rules.absences, on))
  const speakers = speakersFor(stepped.refusal)
  const before = speakersFor(machineOf(row))
  const newcomers = speakers.filter((id) => !before.includes(id))
  const said = await toldOf(room, next, card.title, stepRow)
  const told = move.action === 'lift' ? { ...said, to: await namesOf(store, newcomers) } : said
  const steps = isLoss(next.state)
    ? await lossSteps({
        room,
        row: next,
        card,
        told,
        deciderId: stepRow.byUserId,
        contactOn: contactDay(next, at, settings),
      })
    : await decisionSteps({
        room,
        row: next,
        card,
        told,
        step: stepRow,
        speakers,
        newcomers,
        isWordless: decision.isWordless ?? false,
      })
  steps.push(...approvalActivity(next, told, speakers), ...(await robotAnswers(store, next, told)))
  const saw = await seenEvidence(store, row)
  const chain = {
    key: `${decision.key} done`,
    kind: 'refusal',
    // The approved move needs an administrator's rights; the comment names who approved and who asked.
    userId: room.portal.installedByUserId,
    input: { action: move.action, refusal: row.key },
    loadKind: row.cardKind,
    loadId: row.cardId,
    companyId: row.clientId,
    acceptedAt: at,
    steps,
  }
  let isFirst = true
  await acceptChain(store, chain, async (transaction) => {
    isFirst = await saveSteppedRefusal(transaction, row.key, row.version, columnsOf(stepped.refusal, at))
    if (!isFirst) throw new SomebodyWasFaster()
    await addRefusalStep(transaction, { ...stepRow, sawId: saw && (await keepEvidence(transaction, saw)) })
  }).catch((error: unknown) => {
    if (!(error instanceof SomebodyWasFaster)) throw error
  })
  const now = (await findRefusal(store, row.key)) ?? row
  if (!isFirst) return { row: now, denied: 'decided_already' }
  const note = NOTE_OF[move.action]
  // One yes of several is no loss yet.
  if (note && (move.action !== 'approve' || isLoss(now.state)))
    await tellChat(room, now, { key: decision.key, byUserId: stepRow.byUserId, text: cardNote(note, told), at })
  room.wakeOutbox()
  announce(room, row, at)
  return { row: now, denied: null }
}

/** That others may decide as well changes nothing of what there is to decide. */
async function isStillWhatHeSaw(store: PortalStore, row: RefusalRow, version: number): Promise<boolean> {
  if (version === row.version) return true
  const steps = (await readRefusalSteps(store, [row.key])).get(row.key) ?? []
  return version < row.version && steps.slice(version).every(({ action }) => action === 'lift')
}

/** Rolls the chain back with everything in it. */
class SomebodyWasFaster extends Error {
  override name = 'SomebodyWasFaster'
}
