import { openAppFrame, requestOf } from './app-frame.ts'
import { element } from './element.ts'

/** Reports of applications take the place of the portal's own. */
export function startReports(): void {
  document.addEventListener('click', (event) => {
    const pressed = (event.target as Element).closest<HTMLElement>('[data-report-frame], [data-report-address]')
    const body = document.querySelector<HTMLElement>('.report-body')
    if (!pressed || !body) return
    for (const entry of document.querySelectorAll('.report-menu [aria-current]')) entry.removeAttribute('aria-current')
    pressed.setAttribute('aria-current', 'page')
    const heading = document.querySelector('#pagetitle')
    if (heading) heading.textContent = pressed.dataset['title'] ?? ''
    if (pressed.dataset['reportFrame'])
      void openAppFrame(body, requestOf(pressed.dataset['reportFrame']), { surface: 'page' })
    else body.replaceChildren(plainFrame(pressed.dataset['reportAddress'] ?? ''))
  })
}

/** The BI menu opens the handler by its bare address: no form, no tokens, no name to shake hands with. */
function plainFrame(address: string): HTMLElement {
  const frame = element('iframe', 'app-frame app-plain')
  frame.src = address
  return frame
}
