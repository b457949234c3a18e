import type { RefusalDenial } from '../../../contract/refusals.ts'
import { mayInstruct } from '../../refusal/instruct.ts'
import { acceptChain } from '../../store/outbox.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import { addRefusalStep, findRefusal, findRefusalStep, readRefusalSteps } from '../../store/refusals.ts'
import type { ApiContext } from '../api-context.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { announce } from './ask.ts'
import { commentStep, tellChat } from './card-steps.ts'
import { readRefusableCard } from './refusable-card.ts'
import { noticeSteps, toldOf } from './told.ts'
import { cardNote } from './words.ts'

export interface Instruction {
  /** Of the press; the same press again is the same instruction. */
  key: string
  refusalKey: string
  by: number
  text: string
}

/**
 * Says what is to be done after a return: in the card, in the task that was given, and to whoever does it. null: there
 * is no such refusal.
 */
export async function instruct(
  context: ApiContext,
  room: PortalRoom,
  { key, refusalKey, by, text }: Instruction,
): Promise<{ row: RefusalRow; denied: RefusalDenial | null } | null> {
  const { store } = room
  const row = await findRefusal(store, refusalKey)
  if (!row) return null
  if (await findRefusalStep(store, key)) return { row, denied: null }
  const steps = (await readRefusalSteps(store, [refusalKey])).get(refusalKey) ?? []
  if (!mayInstruct({ state: row.state, steps }, by)) return { row, denied: 'nothing_to_instruct' }
  if (text.trim() === '') return { row, denied: 'text_missing' }
  const card = await readRefusableCard(store, { kind: row.cardKind, id: row.cardId })
  const returned = steps.findLast(({ action }) => action === 'return')!
  const at = new Date(context.now()).toISOString()
  const step = {
    refusalKey,
    key,
    at,
    byUserId: by,
    insteadOfId: null,
    action: 'instruct' as const,
    text: text.trim(),
    toUserId: returned.toUserId,
    untilOn: returned.untilOn,
    sawId: null,
  }
  const told = await toldOf(room, row, card.title, step)
  const note = cardNote('instructed', told)
  const others = [row.askerId, returned.toUserId!].filter((id) => id !== by)
  const chain = {
    key: `${key} done`,
    kind: 'refusal',
    userId: room.portal.installedByUserId,
    input: { action: 'instruct', refusal: refusalKey },
    loadKind: row.cardKind,
    loadId: row.cardId,
    companyId: row.clientId,
    acceptedAt: at,
    steps: [
      commentStep(card, note, 'instruct'),
      {
        command: 'describe-task',
        subject: `${card.kind} ${card.id} tasks`,
        payload: {
          written: `${returned.key} done instruction`,
          responsibleId: returned.toUserId!,
          byUserId: returned.byUserId!,
          text: step.text,
        },
        dependsOn: [],
      },
      ...(await noticeSteps(store, 'instructed', others, told, `REIS|REFUSAL|${row.key}`, [])),
    ],
  }
  await acceptChain(store, chain, (transaction) => addRefusalStep(transaction, step))
  await tellChat(room, row, { key, byUserId: by, text: note, at })
  room.wakeOutbox()
  announce(room, row, at)
  return { row, denied: null }
}
