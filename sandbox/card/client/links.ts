import { linkParams } from '../link-params.ts'
import { ownUri, requestOf } from './app-frame.ts'
import { host } from './host.ts'
import { page } from './page.ts'
import { reloadPage } from './reload.ts'

const CARD_PATH = /^\/crm\/(?:lead|deal|contact|company|type\/\d+)\/details\/\d+\/$/

const APP_LINK = /^\/marketplace\/view\/[^/]+\/$/

/** Links to cards open in a slider, buttons of placements open the application in one. */
export function startLinks(): void {
  document.addEventListener('click', (event) => {
    const target = event.target as Element
    const opener = target.closest<HTMLElement>('[data-open-frame]')
    if (opener) return openPlacement(opener)
    const phone = target.closest<HTMLElement>('[data-call]')?.dataset.call
    if (phone)
      return host().call({ kind: 'phone', target: phone, at: new Date().toISOString(), params: null }, ownClient())
    const link = target.closest<HTMLAnchorElement>('a[href]')
    if (!link || event.defaultPrevented || event.button !== 0 || hasModifier(event)) return
    const url = new URL(link.href)
    if (url.origin !== location.origin) return
    const isCard = CARD_PATH.test(url.pathname)
    if (!isCard && !APP_LINK.test(url.pathname)) return
    event.preventDefault()
    if (isCard) openCard(url)
    else openLinked(url)
  })
}

const CALLED: Record<number, string> = { 1: 'LEAD', 2: 'DEAL', 3: 'CONTACT', 4: 'COMPANY' }

/** A number pressed on somebody's card calls him, whoever else has that number. */
function ownClient(): { type: string; id: number } | undefined {
  const { card } = page()
  const type = card && CALLED[card.entityTypeId]
  return type ? { type, id: card.id } : undefined
}

/** While a card lies over the list, the address bar names the card, as in the portal. */
function openCard(url: URL): void {
  const outer = window.parent === window ? window.location.href : null
  host().openSlider({
    content: { href: url.href },
    title: '',
    maxWidth: null,
    leftBoundary: null,
    label: null,
    onClose: () => outer !== null && history.replaceState(null, '', outer),
  })
  if (outer !== null) history.replaceState(null, '', url.href)
}

/** A link to the application opens it over the page the link stands on. */
function openLinked(url: URL): void {
  const options = linkParams(url.searchParams)
  const request = { viewerId: page().viewerId, placement: 'REST_APP_URI', options, uri: ownUri() }
  host().openAppSlider(request, {
    title: '',
    width: null,
    leftBoundary: null,
    label: null,
    onClose: () => undefined,
    reload: reloadPage,
  })
}

function openPlacement(opener: HTMLElement): void {
  host().openAppSlider(requestOf(opener.dataset.openFrame), {
    title: opener.dataset.title ?? '',
    width: null,
    leftBoundary: null,
    label: null,
    onClose: () => undefined,
    reload: reloadPage,
  })
}

function hasModifier(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
}
