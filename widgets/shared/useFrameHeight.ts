import { onMounted, onScopeDispose } from 'vue'
import { openFrame } from './frame.ts'
import { whenIdle } from './when-idle.ts'

const SMALLEST_PX = 480
/** Room the portal's own header, tabs and margins take on a screen. */
const PORTAL_CHROME_PX = 260
const GROW_PX = 16
const SHRINK_PX = 160

/**
 * The height to ask for, px, or null to leave the frame as it is. Never taller than the screen: the list then
 * scrolls inside, and what opens over it (form, menu, message) stays in sight. Growth is followed at once, shrinking
 * only when it is large, so that a closing panel does not make the card jump.
 */
export function wantedHeight(contentPx: number, currentPx: number, screenPx: number): number | null {
  const cap = Math.max(SMALLEST_PX, screenPx - PORTAL_CHROME_PX)
  const wanted = Math.min(cap, Math.max(SMALLEST_PX, Math.ceil(contentPx)))
  const change = wanted - currentPx
  if (change >= GROW_PX || -change >= SHRINK_PX) return wanted
  return null
}

/** Fits our frame to its content. Starts when the page is idle: the SDK must not delay the first rows. */
export function useFrameHeight(content: () => HTMLElement | null): void {
  let asked = 0
  const stop = new AbortController()

  async function follow(): Promise<void> {
    const element = content()?.closest<HTMLElement>('[data-widget]') ?? content()
    if (!element || window.parent === window) return
    const frame = await openFrame()
    if (stop.signal.aborted) return
    const observer = new ResizeObserver(() => {
      const height = wantedHeight(element.offsetHeight, asked || window.innerHeight, screen.availHeight)
      if (height == null) return
      asked = height
      frame.resize(height).catch(() => undefined)
    })
    observer.observe(element)
    stop.signal.addEventListener('abort', () => observer.disconnect())
  }

  onMounted(() => {
    // Outside a portal there is no frame to fit, which is no failure of the page.
    whenIdle(() => void follow().catch(() => undefined))
  })
  onScopeDispose(() => stop.abort())
}
