import type { Language } from '../../../contract/codes.ts'

interface ApprovalWords {
  /** Of the head's task. */
  task: (title: string) => string
  /** `path` leads to the order's card. */
  ask: (path: string) => string
  comment: (text: string) => string
  /** Written into the order for everybody who reads it. */
  allowed: (decider: string) => string
  declined: (decider: string) => string
  /** The record in the order's timeline. */
  title: string
  tags: Record<'asked' | 'allowed' | 'declined', string>
  lines: Record<'asker' | 'comment' | 'decision', string>
  buttons: Record<'allow' | 'decline', string>
}

/** What the portal is told of a margin below the minimum. Sums stay out: cards and tasks are read by more people. */
export const APPROVAL_WORDS: Record<Language, ApprovalWords> = {
  ru: {
    task: (title) => `Согласовать маржу: ${title}`,
    ask: (path) =>
      `Маржа этой заявки ниже минимальной. Откройте [URL=${path}]карточку заявки[/URL]: на вкладке «Рентабельность» видно, что останется. Решение — там же или в ленте карточки: «Разрешить» или «Отклонить». После него задача закроется сама.`,
    comment: (text) => `Комментарий: ${text}`,
    allowed: (decider) => `Маржа ниже минимальной разрешена. Решение: ${decider}.`,
    declined: (decider) => `Маржа ниже минимальной не разрешена, измените ставки. Решение: ${decider}.`,
    title: 'Маржа ниже минимальной',
    tags: { asked: 'ждёт решения', allowed: 'разрешена', declined: 'не разрешена' },
    lines: { asker: 'Просит', comment: 'Комментарий', decision: 'Решение' },
    buttons: { allow: 'Разрешить', decline: 'Отклонить' },
  },
  en: {
    task: (title) => `Approve the margin: ${title}`,
    ask: (path) =>
      `The margin of this order is below the minimum. Open [URL=${path}]its card[/URL]: the Profitability tab shows what would be left. Decide there or in the card’s timeline: “Allow” or “Decline”. The task then closes by itself.`,
    comment: (text) => `Comment: ${text}`,
    allowed: (decider) => `A margin below the minimum has been allowed by ${decider}.`,
    declined: (decider) => `A margin below the minimum has not been allowed by ${decider}: change the rates.`,
    title: 'Margin below the minimum',
    tags: { asked: 'waits for a decision', allowed: 'allowed', declined: 'not allowed' },
    lines: { asker: 'Asked by', comment: 'Comment', decision: 'Decision' },
    buttons: { allow: 'Allow', decline: 'Decline' },
  },
}
