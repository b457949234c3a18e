import type { DecidedAction } from '../shared/refusals/decision.ts'

export type QueueCommand =
  | { kind: 'move'; by: 1 | -1 }
  | { kind: 'open' }
  | { kind: 'mark' }
  | { kind: 'decide'; action: DecidedAction }

/** By the place of the key, so that it works whatever the layout: С and C are one key. */
const ACTIONS: Record<string, DecidedAction> = {
  KeyC: 'approve',
  KeyD: 'return',
  KeyG: 'hand_over',
  KeyN: 'ask_more',
}

type Press = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey'> & { inField: boolean }

/** What a key means in the queue; null where it is typed into a field or belongs to the browser. */
export function queueCommand({ code, ctrlKey, metaKey, altKey, inField }: Press): QueueCommand | null {
  if (inField || ctrlKey || metaKey || altKey) return null
  if (code === 'ArrowDown') return { kind: 'move', by: 1 }
  if (code === 'ArrowUp') return { kind: 'move', by: -1 }
  if (code === 'Enter') return { kind: 'open' }
  if (code === 'KeyJ') return { kind: 'mark' }
  const action = ACTIONS[code]
  return action ? { kind: 'decide', action } : null
}
