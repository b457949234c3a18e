import { host } from './host.ts'

/** The popup is filled anew at every opening; a press anywhere else closes it. */
export function bindPopup(selector: string, fill: (popup: HTMLElement) => Promise<void>): void {
  const opener = document.querySelector<HTMLElement>(selector)
  const popup = opener?.parentElement?.querySelector<HTMLElement>('.popup')
  if (!opener || !popup) return
  opener.addEventListener('click', () => {
    popup.hidden = !popup.hidden
    opener.setAttribute('aria-expanded', String(!popup.hidden))
    if (!popup.hidden) void fill(popup).catch((error: Error) => host().toast(error.message, 'error'))
  })
  document.addEventListener('click', (event) => {
    if (!opener.parentElement?.contains(event.target as Node)) popup.hidden = true
  })
}
