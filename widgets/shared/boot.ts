import type { Boot } from '../../contract/session.ts'

const BOOT_ID = 'reis-boot'

/**
 * Waits for the data block the server streams at the end of the page. This script runs while the page is still
 * arriving. A page that ends without the block (a cached or cut answer) is treated as a reload: the widget then
 * boots through the portal's frame.
 */
export function waitForBoot(page: Document): Promise<Boot> {
  const found = readBoot(page)
  if (found) return Promise.resolve(found)
  if (page.readyState !== 'loading') return Promise.resolve({ state: 'reload' })
  return new Promise((resolve) => {
    const settle = (boot: Boot) => {
      observer.disconnect()
      page.removeEventListener('DOMContentLoaded', atEnd)
      resolve(boot)
    }
    const observer = new MutationObserver(() => {
      const boot = readBoot(page)
      if (boot) settle(boot)
    })
    const atEnd = () => settle(readBoot(page) ?? { state: 'reload' })
    page.addEventListener('DOMContentLoaded', atEnd)
    observer.observe(page.documentElement, { childList: true, subtree: true, characterData: true })
  })
}

/** The parsed block; null while it is absent or only half of it has arrived. */
function readBoot(page: Document): Boot | null {
  const block = page.getElementById(BOOT_ID)
  if (!block?.textContent) return null
  try {
    return JSON.parse(block.textContent) as Boot
  } catch {
    return null
  }
}
