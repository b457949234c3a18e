import { refreshCard } from './live-card.ts'
import { page } from './page.ts'

/** Shows the card or the list of this page as the portal has it now. */
export async function reloadPage(): Promise<void> {
  if (page().card) return refreshCard()
  const answer = await fetch(location.href)
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const part of document.querySelectorAll<HTMLElement>('[data-reload]')) {
    const next = fresh.querySelector(`[data-reload="${CSS.escape(part.dataset['reload'] ?? '')}"]`)
    if (next) part.replaceWith(next)
  }
}
