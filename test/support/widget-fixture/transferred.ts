import type { Frame, Page } from 'playwright-core'

export interface Transferred {
  url: string
  /** On the wire: headers and compressed body. */
  bytes: number
}

/** Notes inside every page when its first carrier is on screen. Call it before the page opens. */
export async function markFirstRow(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('[data-company]')) return
      observer.disconnect()
      performance.mark('first-row')
    }).observe(document, { childList: true, subtree: true })
  })
}

/** Everything a frame had asked for when its first row came, the page itself included. */
export async function fetchedBeforeFirstRow(frame: Frame): Promise<Transferred[]> {
  await frame.waitForFunction(
    () => performance.getEntriesByName('first-row').length > 0 && document.readyState === 'complete',
  )
  return frame.evaluate(() => {
    const shownAt = performance.getEntriesByName('first-row')[0]!.startTime
    const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    return (entries as PerformanceResourceTiming[])
      .filter((entry) => entry.startTime <= shownAt)
      .map((entry) => ({ url: entry.name, bytes: entry.transferSize }))
  })
}
