import { send } from './api.ts'
import { element } from './element.ts'
import { page, word } from './page.ts'

/** What is to be opened: the application's own page, or one of its placements. */
export interface FrameRequest {
  viewerId: number
  placement: string
  /** Absent for the application's own page. */
  placementId?: string
  options: Record<string, unknown>
}

/** Where a frame stands decides which window commands it may give. */
export type Surface = 'tab' | 'page' | 'slider'

/** What the portal hands out for one opening; the tokens are those of the signed-in person. */
export interface FrameTicket {
  sid: string
  name: string
  action: string
  origin: string
  fields: Record<string, string>
  initData: Record<string, unknown>
}

export interface AppFrame {
  request: FrameRequest
  ticket: FrameTicket
  surface: Surface
  iframe: HTMLIFrameElement
  /** The first `getInitData` is answered from the ticket; later ones (a reload inside the frame) ask again. */
  greeted: boolean
  /** Event name → the keys that wait for it. */
  subscriptions: Map<string, string[]>
  /** Closes the slider this frame lives in. */
  close: () => void
}

const frames = new Map<string, AppFrame>()

/** The frame a message came from: sid, window and origin must all agree, or it is nobody's. */
export function senderOf(sid: string, event: MessageEvent): AppFrame | undefined {
  const frame = frames.get(sid)
  if (!frame || event.source !== frame.iframe.contentWindow || event.origin !== frame.ticket.origin) return undefined
  return frame
}

/** Every frame that is open on this page. */
export function openFrames(): AppFrame[] {
  return [...frames.values()].filter((frame) => frame.iframe.isConnected)
}

/**
 * Opens the application inside `container` the way the portal does: an iframe whose name carries domain, protocol
 * and sid, and one form POST of the browser into it.
 */
export async function openAppFrame(
  container: HTMLElement,
  request: FrameRequest,
  surface: Surface,
  close: () => void = () => undefined,
): Promise<void> {
  container.replaceChildren(element('div', 'frame-loading', [word('loading')]))
  let ticket: FrameTicket
  try {
    ticket = await send<FrameTicket>('frame', { ...request, uri: ownUri() })
  } catch (error) {
    const text = error instanceof Error ? error.message : word('failed')
    container.replaceChildren(element('div', 'frame-failed', [text]))
    return
  }
  const iframe = element('iframe', 'app-frame')
  iframe.name = ticket.name
  iframe.title = request.placement
  iframe.allow = 'clipboard-write; fullscreen'
  iframe.addEventListener('load', () => container.classList.add('frame-ready'), { once: true })
  container.classList.remove('frame-ready')
  container.replaceChildren(iframe)
  if (surface !== 'slider') iframe.style.height = `${roomBelow(container)}px`
  forgetClosed()
  frames.set(ticket.sid, {
    request,
    ticket,
    surface,
    iframe,
    greeted: false,
    subscriptions: new Map(),
    close,
  })
  submit(ticket)
}

/** Opens the same thing anew in the same place: new sid, new tokens, new POST. */
export async function reopen(frame: AppFrame): Promise<void> {
  const container = frame.iframe.parentElement
  frames.delete(frame.ticket.sid)
  if (container) await openAppFrame(container, frame.request, frame.surface, frame.close)
}

function forgetClosed(): void {
  for (const [sid, frame] of frames) if (!frame.iframe.isConnected) frames.delete(sid)
}

const LEAST_HEIGHT = 400
const MARGIN_BELOW = 24

/** px from the container's top to the lower edge of the window. */
function roomBelow(container: HTMLElement): number {
  const top = container.getBoundingClientRect().top + window.scrollY
  return Math.max(LEAST_HEIGHT, Math.floor(window.innerHeight - top - MARGIN_BELOW))
}

/** The page's path as the portal names it; who looks is this stand-in's own business. */
export function ownUri(): string {
  const query = new URLSearchParams(location.search)
  for (const name of ['as', 'lang', 'theme', 'tab']) query.delete(name)
  return query.size > 0 ? `${location.pathname}?${query}` : location.pathname
}

function submit(ticket: FrameTicket): void {
  const form = element('form', '')
  form.method = 'post'
  form.action = ticket.action
  form.target = ticket.name
  form.hidden = true
  for (const [name, value] of Object.entries(ticket.fields)) {
    const input = element('input', '')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  form.submit()
  form.remove()
}

/** A request for a placement by the data the server wrote beside its button. */
export function requestOf(data: string | undefined): FrameRequest {
  const known = JSON.parse(data ?? '{}') as Omit<FrameRequest, 'viewerId'>
  return { ...known, viewerId: page().viewerId }
}
