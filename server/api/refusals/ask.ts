import type { RefusalInput } from '../../../contract/refusals.ts'
import { InvalidInputError, NotFoundError } from '../../errors.ts'
import { askFor } from '../../refusal/refusal.ts'
import { policyOf } from '../../refusal/policy.ts'
import { seatsOf, speakersOf } from '../../refusal/seats.ts'
import { step } from '../../refusal/step.ts'
import { dayOf } from '../../refusal/working-hours.ts'
import { acceptChain, type NewStep } from '../../store/outbox.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import {
  addRefusal,
  addRefusalStep,
  findOpenRefusal,
  findRefusal,
  keepEvidence,
  type RefusalStepRow,
} from '../../store/refusals.ts'
import type { ApiContext } from '../api-context.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { approvalActivity } from './approval-activity.ts'
import { contactDay } from './contact-day.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { lossSteps } from './loss-chain.ts'
import { chatStep, commentStep } from './card-steps.ts'
import { columnsOf } from './machine-of.ts'
import { namesOf } from './names-of.ts'
import { readRefusableCard } from './refusable-card.ts'
import { rulesOf } from './rules-of.ts'
import { noticeSteps, toldOf } from './told.ts'
import { askedNote, NOBODY } from './words.ts'

/**
 * Somebody asks for a refusal. What needs nobody's approval closes the card at once. The same press again is the same
 * refusal; a card that has an open one keeps it, and the asker is shown it.
 * Errors: InvalidInputError for a key used otherwise, NotFoundError for a closed card.
 */
export async function askRefusal(
  context: ApiContext,
  room: PortalRoom,
  askerId: number,
  input: RefusalInput,
  source: RefusalRow['source'] = 'form',
): Promise<RefusalRow> {
  const { store } = room
  const known = await findRefusal(store, input.key)
  if (known) return sameRefusal(known, askerId, input)
  const card = await readRefusableCard(store, input.card)
  const open = await findOpenRefusal(store, card.kind, card.id)
  if (open) return open
  if (!card.open) throw new NotFoundError('This card is closed already', 'load_closed')
  const { settings, rules } = await rulesOf(context, room, askerId)
  const facts = { cardKind: card.kind, sumMinor: card.sum?.minor ?? null, permanentClient: card.permanentClient }
  const policy = policyOf(input.reason, facts, settings)
  const at = new Date(context.now()).toISOString()
  const evidence = await gatherEvidence(context, room, card)
  const asked = askFor(policy, seatsOf(policy, input.reason), askerId, at, rules)
  // Whoever decides may be away already: then those above are asked in the same breath.
  const lifted = step(asked, { action: 'lift' }, at, rules)
  const machine = lifted.denied === null ? lifted.refusal : asked
  const row: RefusalRow = {
    key: input.key,
    cardKind: card.kind,
    cardId: card.id,
    policy,
    reason: input.reason,
    comment: input.comment,
    nextContactOn: input.nextContactOn,
    askerId,
    source,
    stage: card.stage,
    managerId: card.managerId,
    clientId: card.clientId,
    fromPlaceId: card.fromPlaceId,
    toPlaceId: card.toPlaceId,
    sumMinor: card.sum?.minor ?? null,
    sumCurrency: card.sum?.currency ?? null,
    sumVat: card.sum?.vat ?? null,
    bestShare: evidence.offers.bestShare ?? null,
    askedAt: at,
    usedAt: null,
    ...columnsOf(machine, at),
  }
  const told = await toldOf(room, row, card.title, null)
  const on = dayOf(at, rules.work)
  const speakers = machine.seats.flatMap((seat) => speakersOf(seat, askerId, rules.absences, on))
  const steps =
    machine.state === 'recorded'
      ? await lossSteps({ room, row, card, told, deciderId: null, contactOn: contactDay(row, at, settings) })
      : await askingSteps(room, row, told, speakers)
  const chain = {
    key: `${row.key} ask`,
    kind: 'refusal',
    // Only an administrator may move a card into lost where the portal's rights are set so.
    userId: machine.state === 'recorded' ? room.portal.installedByUserId : askerId,
    input,
    loadKind: card.kind,
    loadId: card.id,
    companyId: card.clientId,
    acceptedAt: at,
    steps,
  }
  let isMine = true
  await acceptChain(store, chain, async (transaction) => {
    isMine = await addRefusal(transaction, row)
    if (!isMine) throw new AnotherIsOpen()
    await addRefusalStep(transaction, {
      refusalKey: row.key,
      key: `${row.key} ask`,
      at,
      byUserId: askerId,
      insteadOfId: null,
      action: machine.state === 'recorded' ? 'record' : 'ask',
      text: input.comment,
      toUserId: null,
      untilOn: null,
      sawId: await keepEvidence(transaction, evidence),
    })
    if (lifted.denied === null) await addRefusalStep(transaction, liftedAtOnce(row.key, at))
  }).catch((error: unknown) => {
    if (!(error instanceof AnotherIsOpen)) throw error
  })
  room.wakeOutbox()
  announce(room, row, at)
  const kept = isMine ? await findRefusal(store, row.key) : await findOpenRefusal(store, card.kind, card.id)
  return sameRefusal(kept ?? row, askerId, isMine ? input : null)
}

const liftedAtOnce = (refusalKey: string, at: string): RefusalStepRow => ({
  refusalKey,
  key: `${refusalKey} ask lift`,
  at,
  byUserId: null,
  insteadOfId: null,
  action: 'lift',
  text: null,
  toUserId: null,
  untilOn: null,
  sawId: null,
})

/** Rolls the chain back: somebody else was a moment faster. */
class AnotherIsOpen extends Error {
  override name = 'AnotherIsOpen'
}

function sameRefusal(row: RefusalRow, askerId: number, input: RefusalInput | null): RefusalRow {
  const isSame =
    !input ||
    (row.askerId === askerId &&
      row.cardKind === input.card.kind &&
      row.cardId === input.card.id &&
      row.reason === input.reason &&
      row.comment === input.comment)
  if (isSame) return row
  throw new InvalidInputError('This key was used for something else', [{ path: 'key', message: 'already used' }])
}

async function askingSteps(
  room: PortalRoom,
  row: RefusalRow,
  told: Awaited<ReturnType<typeof toldOf>>,
  speakers: readonly number[],
): Promise<NewStep[]> {
  const card = { kind: row.cardKind, id: row.cardId }
  const names = (await namesOf(room.store, speakers)) || NOBODY[told.portalLanguage]
  return [
    commentStep(card, askedNote(told, names), 'ask'),
    chatStep(card, askedNote(told, names), 'ask'),
    ...(await noticeSteps(room.store, 'asked', speakers, told, `REIS|REFUSAL|${row.key}`, [])),
    ...approvalActivity(row, told, speakers),
  ]
}

/** Whoever has the card open looks again. */
export function announce(room: PortalRoom, row: Pick<RefusalRow, 'cardKind' | 'cardId'>, at: string): void {
  if (row.cardKind !== 'lead') room.live.publish(row.cardKind, row.cardId, { kind: 'changed', asOf: at })
}
