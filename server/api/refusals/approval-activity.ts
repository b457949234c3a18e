import { REFUSAL_REASON_LABELS } from '../../../contract/refusal-reasons.ts'
import type { RefusalState } from '../../../contract/refusals.ts'
import { moneyWords } from '../../outbox/commands/words.ts'
import type { NewStep } from '../../store/outbox.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import type { Told } from './words.ts'

const TAGS: Record<RefusalState, { type: 'warning' | 'success' | 'failure' | 'secondary'; title: string }> = {
  waiting: { type: 'warning', title: 'ждёт решения' },
  questioned: { type: 'warning', title: 'ждёт ответа' },
  recorded: { type: 'secondary', title: 'записан' },
  approved: { type: 'failure', title: 'согласован' },
  returned: { type: 'success', title: 'возвращён в работу' },
  handed_over: { type: 'success', title: 'передан' },
  withdrawn: { type: 'secondary', title: 'отозван' },
  expired: { type: 'secondary', title: 'не рассмотрен в срок' },
}

const BUTTONS = [
  { action: 'approve', title: 'Согласовать' },
  { action: 'return', title: 'Вернуть в работу' },
]

/** The approval in the card's own timeline, drawn as the refusal stands; its buttons go once it is over. */
export function approvalActivity(row: RefusalRow, told: Told, speakers: readonly number[]): NewStep[] {
  const [first] = speakers
  if (row.policy === 'record' || row.policy === 'exempt' || first === undefined) return []
  const isOpen = row.state === 'waiting' || row.state === 'questioned'
  return [
    {
      command: 'draw-approval',
      subject: `refusal ${row.key} activity`,
      payload: {
        card: { kind: row.cardKind, id: row.cardId },
        refusalKey: row.key,
        responsibleId: first,
        deadlineAt: isOpen ? (row.escalateAt ?? row.expiresAt) : null,
        title: 'Отказ от груза',
        tag: TAGS[row.state],
        lines: [
          { title: 'Причина', value: REFUSAL_REASON_LABELS[row.reason].ru },
          { title: 'Комментарий', value: told.comment },
          { title: 'Просит', value: told.asker },
          ...(told.sum ? [{ title: 'На кону', value: moneyWords(told.sum) }] : []),
          ...(told.by ? [{ title: 'Решение', value: [told.by, told.text].filter(Boolean).join(': ') }] : []),
        ],
        buttons: isOpen ? BUTTONS : [],
      },
      dependsOn: [],
    },
  ]
}
