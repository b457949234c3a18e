import type { DecisionInput, RefusalAction } from '../../../contract/refusals.ts'

export type DecidedAction = DecisionInput['action']

/** In the order they are offered. */
const OFFERED: DecidedAction[] = ['approve', 'return', 'hand_over', 'ask_more', 'answer', 'instruct', 'withdraw']

export function offeredActions(may: readonly RefusalAction[]): DecidedAction[] {
  return OFFERED.filter((action) => may.includes(action))
}

/** What an action needs besides the press; the rules on the server say the same. */
export interface Needs {
  text: 'needed' | 'optional' | 'none'
  person: boolean
  day: boolean
}

export function needsOf(action: DecidedAction): Needs {
  switch (action) {
    case 'return':
      return { text: 'needed', person: true, day: true }
    case 'hand_over':
      return { text: 'optional', person: true, day: false }
    case 'ask_more':
    case 'answer':
    case 'instruct':
      return { text: 'needed', person: false, day: false }
    case 'approve':
      return { text: 'optional', person: false, day: false }
    case 'withdraw':
      return { text: 'none', person: false, day: false }
  }
}

export interface DecisionDraft {
  text: string
  toUserId: number | null
  untilOn: string
}

/** Fields that are still empty and must not be. */
export function missingOf(action: DecidedAction, draft: DecisionDraft): (keyof DecisionDraft)[] {
  const needs = needsOf(action)
  const missing: (keyof DecisionDraft)[] = []
  if (needs.text === 'needed' && draft.text.trim() === '') missing.push('text')
  if (needs.person && draft.toUserId === null) missing.push('toUserId')
  if (needs.day && !/^\d{4}-\d{2}-\d{2}$/.test(draft.untilOn)) missing.push('untilOn')
  return missing
}
