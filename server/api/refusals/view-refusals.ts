import type { RefusalView } from '../../../contract/refusals.ts'
import { mayInstruct } from '../../refusal/instruct.ts'
import { mayDo } from '../../refusal/may.ts'
import { isOpen } from '../../refusal/refusal.ts'
import { isAway, speakersOf } from '../../refusal/seats.ts'
import { dayOf } from '../../refusal/working-hours.ts'
import { findChain, readWrite } from '../../store/outbox.ts'
import { readEveryone } from '../../store/people.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import { readRefusalSteps, type RefusalStepRow } from '../../store/refusals.ts'
import { readSetting } from '../../store/settings.ts'
import type { ApiContext } from '../api-context.ts'
import { rateOf } from '../carriers/load-view.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { cardPath } from './card-path.ts'
import { evidenceFor, evidenceSight } from './evidence-for.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { machineOf } from './machine-of.ts'
import { readRefusableCard } from './refusable-card.ts'
import { rulesOf } from './rules-of.ts'
import { seenEvidence } from './seen-evidence.ts'

/** Refusals as this viewer may see them, and what he may do to each. */
export async function viewRefusals(
  context: ApiContext,
  room: PortalRoom,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  rows: readonly RefusalRow[],
): Promise<RefusalView[]> {
  const { store } = room
  const at = new Date(context.now()).toISOString()
  const people = new Map((await readEveryone(store)).map((one) => [one.id, one.name]))
  const personOf = (id: number) => ({ id, name: people.get(id) ?? '' })
  const orNull = (id: number | null) => (id === null ? null : personOf(id))
  const steps = await readRefusalSteps(
    store,
    rows.map(({ key }) => key),
  )
  const sight = evidenceSight(viewer.roles, (await readSetting(store, 'clientRateForLogists')) === true)
  const views: RefusalView[] = []
  for (const row of rows) {
    const own = steps.get(row.key) ?? []
    const card = await readRefusableCard(store, { kind: row.cardKind, id: row.cardId }).catch(() => null)
    const { rules } = await rulesOf(context, room, row.askerId)
    const machine = machineOf(row)
    const given = new Set(machine.approvals.map(({ seat }) => seat))
    const on = dayOf(at, rules.work)
    const evidence = (await seenEvidence(store, row)) ?? (card && (await gatherEvidence(context, room, card)))
    if (!evidence) continue
    const chain = await newestChain(room, row, own)
    views.push({
      key: row.key,
      version: row.version,
      card: { kind: row.cardKind, id: row.cardId },
      title: card?.title ?? '',
      path: cardPath(room, { kind: row.cardKind, id: row.cardId }),
      state: row.state,
      policy: row.policy,
      reason: row.reason,
      comment: row.comment,
      nextContactOn: row.nextContactOn,
      asker: personOf(row.askerId),
      askedAt: row.askedAt,
      waitsFor: isOpen(row.state)
        ? machine.seats
            .filter(({ seat }) => !given.has(seat))
            .map((seat) => ({
              seat: seat.seat,
              people: speakersOf(seat, row.askerId, rules.absences, on).map((id) => ({
                ...personOf(id),
                away: isAway(id, rules.absences, on),
              })),
            }))
        : [],
      mode: row.mode,
      escalated: row.escalated === 1,
      escalateAt: row.escalateAt,
      expiresAt: row.expiresAt,
      ...(sight.clientRate && {
        sum:
          row.sumMinor === null || row.sumCurrency === null ? null : rateOf(row.sumMinor, row.sumCurrency, row.sumVat),
      }),
      evidence: evidenceFor(evidence, sight),
      steps: own.map((step) => ({
        action: step.action,
        at: step.at,
        by: orNull(step.byUserId),
        insteadOf: orNull(step.insteadOfId),
        text: step.text,
        to: orNull(step.toUserId),
        untilOn: step.untilOn,
      })),
      may: mayInstruct({ state: row.state, steps: own }, viewer.userId)
        ? ['instruct']
        : mayDo(machine, viewer.userId, at, rules),
      write: chain,
    })
  }
  return views
}

/** How far the newest step's chain has come in the portal. */
async function newestChain(room: PortalRoom, row: RefusalRow, steps: readonly RefusalStepRow[]) {
  // What the clock did in the same breath as somebody asked went with the asking.
  const last = steps.findLast(({ key: own }) => own !== `${row.key} ask lift`)
  if (!last) return null
  const key = last.key === `${row.key} ask` ? last.key : `${last.key} done`
  const chain = await findChain(room.store, key)
  return chain && readWrite(room.store, chain)
}
