import type { PortalCall } from './call-card.ts'
import type { OpenSlider, SliderHandle } from './slider.ts'
import type { FrameRequest } from './app-frame.ts'

/** What the outermost window of the portal does for the pages in its sliders. */
export interface Host {
  openSlider(options: OpenSlider): SliderHandle
  openAppSlider(request: FrameRequest, options: AppSliderOptions): void
  closeTopSlider(): boolean
  showCall(call: PortalCall): void
  toast(text: string, tone?: 'plain' | 'error'): void
  refreshMenu(): void
}

export interface AppSliderOptions {
  title: string
  /** px; null: all the room there is. */
  width: number | null
  /** px kept free at the left edge; null: the usual step. */
  leftBoundary: number | null
  label: { text: string; background: string | null; color: string | null } | null
  onClose: () => void
}

declare global {
  interface Window {
    sandboxHost?: Host
    /** Calls the application asked for, oldest first; the same array in every window of the portal. */
    sandboxCalls: PortalCall[]
    /** Raises a placement event towards every application that subscribed to it. */
    sandboxEmit: (event: string, data: unknown) => void
  }
}

/** Sliders and cards belong to the outermost portal window, even when a page inside a slider asks. */
export function host(): Host {
  const found = outermost().sandboxHost
  if (!found) throw new Error('The portal page has not started yet')
  return found
}

/** The outermost window that is still the portal's own. */
export function outermost(): Window {
  let current: Window = window
  while (current.parent !== current && ownPage(current.parent)) current = current.parent
  return current
}

function ownPage(candidate: Window): boolean {
  try {
    return candidate.sandboxHost !== undefined
  } catch {
    return false
  }
}
