/** What a key press asks of the list. */
export type KeyCommand = 'next' | 'previous' | 'expand' | 'offer' | 'call' | 'outcome' | 'search' | 'help' | 'escape'

/** The part of a keyboard event that decides. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** Letters by their place on the keyboard: a logist types in the Russian layout, where P is «з». */
const BY_CODE: Record<string, KeyCommand> = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyP: 'offer',
  KeyC: 'call',
  KeyR: 'outcome',
}

const BY_KEY: Record<string, KeyCommand> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Enter: 'expand',
  Escape: 'escape',
  '/': 'search',
  '?': 'help',
}

/** The command of a press, or null; with Ctrl, Alt or Cmd a press belongs to the browser. */
export function keyCommand(press: KeyPress): KeyCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  const byKey = BY_KEY[press.key]
  if (byKey) return byKey
  if (press.code === 'Slash') return press.shiftKey ? 'help' : 'search'
  return press.shiftKey ? null : (BY_CODE[press.code] ?? null)
}

/** True where keys are text: then only Escape is ours. */
export function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null
  if (!element?.tagName) return false
  return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)
}
