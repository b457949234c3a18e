import type { OpenSlider, SliderHandle } from './slider.ts'
import type { FramePlace, FrameRequest } from './app-frame.ts'
import type { PortalCall } from './phone/phone.ts'

/** What the outermost window of the portal does for the pages in its sliders. */
export interface Host {
  openSlider(options: OpenSlider): SliderHandle
  openAppSlider(request: FrameRequest, options: AppSliderOptions): void
  closeTopSlider(): boolean
  /** Keeps a record of the call, and makes the portal begin it where it is one to a number. */
  call(call: PortalCall, crm?: { type: string; id: number }): void
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
  /** Re-reads the page the slider was opened from. */
  reload?: () => Promise<void>
  own?: FramePlace['own']
}

declare global {
  interface Window {
    sandboxHost?: Host
    /** Calls the application asked for, oldest first; the same array in every window of the portal. */
    sandboxCalls: PortalCall[]
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
