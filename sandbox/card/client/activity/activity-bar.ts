import { requestOf } from '../app-frame.ts'
import { button, element } from '../element.ts'
import { word } from '../page.ts'
import { startBuiltIn } from './built-in.ts'

const COMMENT = 'comment'

/** The row of buttons above the timeline: each shows its own pane, the comment first. */
export function startActivityBar(): void {
  document.addEventListener('click', (event) => {
    const pressed = (event.target as Element).closest<HTMLElement>('[data-pane-of]')
    if (pressed) show(pressed.dataset['paneOf'] ?? COMMENT)
  })
  for (const greeting of document.querySelectorAll<HTMLElement>('[data-greeting]')) greetOnce(greeting)
}

function show(chosen: string): void {
  for (const tab of document.querySelectorAll<HTMLElement>('[data-pane-of]'))
    tab.classList.toggle('is-current', tab.dataset['paneOf'] === chosen)
  for (const pane of document.querySelectorAll<HTMLElement>('[data-pane]')) {
    pane.hidden = pane.dataset['pane'] !== chosen
    if (!pane.hidden) open(pane)
  }
  if (chosen === COMMENT) document.querySelector<HTMLElement>('.comment-text')?.focus()
}

/** The application is loaded at the first press and kept while the card stands. */
function open(pane: HTMLElement): void {
  if (!pane.dataset['builtIn'] || pane.dataset['filled']) return
  pane.dataset['filled'] = 'yes'
  void startBuiltIn(pane, requestOf(pane.dataset['builtIn']), () => show(COMMENT))
}

/** A new button says once to everybody what it is for. */
function greetOnce(anchor: HTMLElement): void {
  const key = `greeted.${anchor.dataset['greeting']}`
  if (localStorage.getItem(key)) return
  const box = element('div', 'greeting', [
    element('b', '', [anchor.dataset['greetingTitle'] ?? '']),
    element('p', '', [anchor.dataset['greetingText'] ?? '']),
  ])
  const close = button('greeting-close', '', () => {
    localStorage.setItem(key, 'yes')
    box.remove()
  })
  close.setAttribute('aria-label', word('close'))
  box.append(close)
  anchor.after(box)
}
