import { openAppFrame } from './app-frame.ts'
import type { FrameRequest } from './app-frame.ts'
import { element } from './element.ts'
import { host, outermost } from './host.ts'
import type { AppSliderOptions, Host } from './host.ts'
import { page, word } from './page.ts'
import { dial } from './phone/phone.ts'
import type { PortalCall } from './phone/phone.ts'
import { closeTopSlider, openSlider } from './slider.ts'
import { toast } from './toast.ts'

/** Makes this window able to serve the pages in its sliders, and listens for Esc. */
export function becomeHost(): void {
  window.sandboxHost = ownHost
  const outer = outermost()
  if (outer === window) window.sandboxCalls = []
  else window.sandboxCalls = outer.sandboxCalls
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !document.querySelector('.picker')) host().closeTopSlider()
  })
}

const ownHost: Host = { openSlider, openAppSlider, closeTopSlider, call, toast, refreshMenu }

function openAppSlider(request: FrameRequest, options: AppSliderOptions): void {
  const node = element('div', 'slider-app')
  const slider = openSlider({
    content: { node },
    title: options.title,
    maxWidth: options.width,
    leftBoundary: options.leftBoundary,
    label: options.label,
    onClose: options.onClose,
  })
  const { reload, own } = options
  const place = { surface: 'slider' as const, close: slider.close, ...(reload && { reload }), ...(own && { own }) }
  void openAppFrame(node, request, place)
}

function call(made: PortalCall, crm?: { type: string; id: number }): void {
  window.sandboxCalls.push(made)
  if (made.kind === 'phone') void dial({ number: made.target, direction: 'outgoing', crm })
  else toast(`${word('outgoingCall')}: ${made.target}`)
}

/** Fetches the left menu anew: an application that has just been installed brings entries of its own. */
function refreshMenu(): void {
  const menu = document.querySelector('#left-menu')
  if (!menu) return
  const { viewerId, language } = page()
  const query = new URLSearchParams({ viewerId: String(viewerId), lang: language, path: location.pathname })
  void fetch(`/sandbox/menu?${query}`)
    .then((answer) => answer.text())
    .then((html) => (menu.innerHTML = html))
}
