import { send } from './api.ts'
import type { Command } from './commands/command.ts'
import { element } from './element.ts'
import { postForm } from './frame-form.ts'
import { page, word } from './page.ts'

/** What is to be opened: the application's own page, or one of its placements. */
export interface FrameRequest {
  viewerId: number
  placement: string
  /** Absent for the application's own page. */
  placementId?: string
  options: Record<string, unknown>
  /** Path and query of the page the application was opened from; absent where the portal could not tell. */
  uri?: string
}

/** Where a frame stands decides which window commands it may give; a popup has a size of its own, as a slider has. */
export type Surface = 'tab' | 'page' | 'slider' | 'popup' | 'field' | 'hidden'

/** What the portal hands out for one opening; the tokens are those of the signed-in person. */
export interface FrameTicket {
  sid: string
  name: string
  action: string
  origin: string
  fields: Record<string, string>
  initData: Record<string, unknown>
}

/** What only this placement understands, besides what every frame may ask for. */
export interface PlacementInterface {
  commands: Record<string, Command>
  /** Names of the events that may be subscribed to; any other subscription is ignored without a word. */
  events: string[]
}

/** Where and how a frame stands on the page. */
export interface FramePlace {
  surface: Surface
  /** Closes the slider this frame lives in. */
  close: () => void
  /** Re-reads the page the application was opened from. */
  reload: () => Promise<void>
  own: PlacementInterface
}

export interface AppFrame extends FramePlace {
  request: FrameRequest
  ticket: FrameTicket
  iframe: HTMLIFrameElement
  /** The first `getInitData` is answered from the ticket; later ones (a reload inside the frame) ask again. */
  greeted: boolean
  /** Event name → who waits for it. */
  subscriptions: Map<string, ((data?: unknown) => void)[]>
}

const NO_INTERFACE: PlacementInterface = { commands: {}, events: [] }

const frames = new Map<string, AppFrame>()

/** The frame a message came from: sid, window and origin must all agree, or it is nobody's. */
export function senderOf(sid: string, event: MessageEvent): AppFrame | undefined {
  const frame = frames.get(sid)
  if (!frame || event.source !== frame.iframe.contentWindow || event.origin !== frame.ticket.origin) return undefined
  return frame
}

/** Raises an event of the placement towards everybody in the frame who subscribed to it. */
export function raise(frame: AppFrame, event: string, data?: unknown): void {
  for (const tell of frame.subscriptions.get(event) ?? []) tell(data)
}

/**
 * Opens the application inside `container` the way the portal does: an iframe whose name carries domain, protocol
 * and sid, and one form POST of the browser into it. @returns undefined where the portal refuses to open it
 */
export async function openAppFrame(
  container: HTMLElement,
  request: FrameRequest,
  place: Partial<FramePlace> & Pick<FramePlace, 'surface'>,
): Promise<AppFrame | undefined> {
  container.replaceChildren(element('div', 'frame-loading', [word('loading')]))
  let ticket: FrameTicket
  try {
    ticket = await send<FrameTicket>('frame', { ...request })
  } catch (error) {
    const text = error instanceof Error ? error.message : word('failed')
    container.replaceChildren(element('div', 'frame-failed', [text]))
    return undefined
  }
  const iframe = element('iframe', 'app-frame')
  iframe.name = ticket.name
  iframe.title = request.placement
  iframe.allow = 'clipboard-write; fullscreen'
  iframe.addEventListener('load', () => container.classList.add('frame-ready'), { once: true })
  container.classList.remove('frame-ready')
  container.replaceChildren(iframe)
  if (place.surface === 'tab' || place.surface === 'page') iframe.style.height = `${roomBelow(container)}px`
  forgetClosed()
  const frame: AppFrame = {
    close: () => undefined,
    reload: async () => undefined,
    own: NO_INTERFACE,
    ...place,
    request,
    ticket,
    iframe,
    greeted: false,
    subscriptions: new Map(),
  }
  frames.set(ticket.sid, frame)
  postForm(ticket.action, ticket.name, ticket.fields)
  return frame
}

/** Opens the same thing anew in the same place: new sid, new tokens, new POST. */
export async function reopen(frame: AppFrame): Promise<void> {
  const container = frame.iframe.parentElement
  frames.delete(frame.ticket.sid)
  if (container) await openAppFrame(container, frame.request, frame)
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

/** A page's path as the portal names it; who looks is this stand-in's own business. */
export function ownUri(address: { pathname: string; search: string } = location): string {
  const query = new URLSearchParams(address.search)
  for (const name of ['as', 'lang', 'theme', 'tab']) query.delete(name)
  return query.size > 0 ? `${address.pathname}?${query}` : address.pathname
}

/** A request for a placement by the data the server wrote beside its button. */
export function requestOf(data: string | undefined): FrameRequest {
  const known = JSON.parse(data ?? '{}') as Omit<FrameRequest, 'viewerId'>
  return { uri: ownUri(), ...known, viewerId: page().viewerId }
}
