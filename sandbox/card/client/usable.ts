const USABLE = 'reis:usable'

/** Tells the page around, where there is one, that everything on this page answers to a press from now on. */
export function sayUsable(): void {
  window.frameElement?.dispatchEvent(new Event(USABLE))
}

/**
 * Calls back once the portal's page in the frame answers to a press. The page's text stands there before its script
 * runs, and what is pressed in between would be lost. A page without our script counts once it has loaded.
 */
export function whenUsable(frame: HTMLIFrameElement, then: () => void): void {
  frame.addEventListener(USABLE, then, { once: true })
  frame.addEventListener('load', then, { once: true })
}
