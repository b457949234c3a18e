import { element } from './element.ts'

const SHOWN_MS = 5000

/** A short note in the corner of the window; a failure stays a little longer on a reader's mind in red. */
export function toast(text: string, tone: 'plain' | 'error' = 'plain'): void {
  const note = element('div', `toast toast-${tone}`, [text])
  note.setAttribute('role', 'status')
  corner().append(note)
  setTimeout(() => note.remove(), SHOWN_MS)
}

/** The stack of notes at the window's lower right corner. */
function corner(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.toasts')
  if (found) return found
  const made = element('div', 'toasts')
  document.body.append(made)
  return made
}
