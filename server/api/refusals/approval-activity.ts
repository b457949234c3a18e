import type { Label } from '../../../contract/codes.ts'
import { REFUSAL_REASON_LABELS } from '../../../contract/refusal-reasons.ts'
import type { RefusalState } from '../../../contract/refusals.ts'
import { moneyWords } from '../../outbox/commands/words.ts'
import type { NewStep } from '../../store/outbox.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import type { Told } from './words.ts'

type TagType = 'warning' | 'success' | 'failure' | 'secondary'

const TAGS: Record<RefusalState, { type: TagType } & Label> = {
  waiting: { type: 'warning', ru: 'ждёт решения', en: 'waits for a decision' },
  questioned: { type: 'warning', ru: 'ждёт ответа', en: 'waits for an answer' },
  recorded: { type: 'secondary', ru: 'записан', en: 'recorded' },
  approved: { type: 'failure', ru: 'согласован', en: 'approved' },
  returned: { type: 'success', ru: 'возвращён в работу', en: 'returned to work' },
  handed_over: { type: 'success', ru: 'передан', en: 'handed over' },
  withdrawn: { type: 'secondary', ru: 'отозван', en: 'withdrawn' },
  expired: { type: 'secondary', ru: 'не рассмотрен в срок', en: 'nobody decided in time' },
}

const BUTTONS: readonly { action: string; title: Label }[] = [
  { action: 'approve', title: { ru: 'Согласовать', en: 'Approve' } },
  { action: 'return', title: { ru: 'Вернуть в работу', en: 'Return to work' } },
]

const LINES = {
  title: { ru: 'Отказ от груза', en: 'Refusal of a load' },
  lead: { ru: 'Закрытие лида', en: 'Closing a lead' },
  reason: { ru: 'Причина', en: 'Reason' },
  comment: { ru: 'Комментарий', en: 'Comment' },
  asker: { ru: 'Просит', en: 'Asked by' },
  sum: { ru: 'На кону', en: 'At stake' },
  decision: { ru: 'Решение', en: 'Decision' },
} satisfies Record<string, Label>

/** The approval in the card's own timeline, drawn as the refusal stands; its buttons go once it is over. */
export function approvalActivity(row: RefusalRow, told: Told, speakers: readonly number[]): NewStep[] {
  const [first] = speakers
  if (row.policy === 'record' || row.policy === 'exempt' || first === undefined) return []
  const language = told.portalLanguage
  const isOpen = row.state === 'waiting' || row.state === 'questioned'
  return [
    {
      command: 'draw-approval',
      subject: `refusal ${row.key} activity`,
      payload: {
        card: { kind: row.cardKind, id: row.cardId },
        approvalKey: row.key,
        responsibleId: first,
        deadlineAt: isOpen ? (row.escalateAt ?? row.expiresAt) : null,
        title: LINES[row.cardKind === 'lead' ? 'lead' : 'title'][language],
        tag: { type: TAGS[row.state].type, title: TAGS[row.state][language] },
        lines: [
          { title: LINES.reason[language], value: REFUSAL_REASON_LABELS[row.reason][language] },
          { title: LINES.comment[language], value: told.comment },
          { title: LINES.asker[language], value: told.asker },
          ...(told.sum ? [{ title: LINES.sum[language], value: moneyWords(told.sum) }] : []),
          ...(told.by
            ? [{ title: LINES.decision[language], value: [told.by, told.text].filter(Boolean).join(': ') }]
            : []),
        ],
        buttons: isOpen ? BUTTONS.map(({ action, title }) => ({ action, title: title[language] })) : [],
      },
      dependsOn: [],
    },
  ]
}
