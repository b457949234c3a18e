import { openAppFrame, ownUri, requestOf } from './app-frame.ts'
import type { FrameRequest } from './app-frame.ts'
import { element } from './element.ts'
import { host } from './host.ts'
import { page } from './page.ts'

/** Opens the frames that need no press: the application's own page, and pages of its menu entries and links. */
export function startAppPage(): void {
  const surface = page().slider ? 'slider' : 'page'
  for (const container of document.querySelectorAll<HTMLElement>('[data-frame][data-frame-now]')) {
    const request = fromBefore(requestOf(container.dataset.frame))
    void openAppFrame(container, request, { surface, close: () => void host().closeTopSlider() })
  }
}

/** Opens the applications that run hidden on every page. */
export function startWorkers(): void {
  for (const placementId of page().workers) {
    const hidden = element('div', 'hidden-frame')
    document.body.append(hidden)
    const placement = 'PAGE_BACKGROUND_WORKER'
    const request = { viewerId: page().viewerId, placement, placementId, options: { ID: placement }, uri: ownUri() }
    void openAppFrame(hidden, request, { surface: 'hidden' })
  }
}

/** Such a page is the application's own, so what it is told is the page the person came from, where that is known. */
function fromBefore({ uri: _own, ...request }: FrameRequest): FrameRequest {
  if (!document.referrer) return request
  const before = new URL(document.referrer)
  return before.origin === location.origin ? { ...request, uri: ownUri(before) } : request
}
