import { initializeB24Frame } from '@bitrix24/b24jssdk'
import type { B24Frame } from '@bitrix24/b24jssdk'

declare global {
  interface Window {
    b24: B24Frame
    /** Everything the parent window said, word for word. */
    heard: unknown[]
  }
}

window.heard = []
window.addEventListener('message', (event) => window.heard.push(event.data))
window.b24 = await initializeB24Frame()
document.body.dataset['ready'] = window.b24.placement.placement
