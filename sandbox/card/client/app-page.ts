import { openAppFrame, requestOf } from './app-frame.ts'
import { host } from './host.ts'
import { page } from './page.ts'

/** Opens the frames that need no press: the application's own page and the pages of its menu entries. */
export function startAppPage(): void {
  const surface = page().slider ? 'slider' : 'page'
  for (const container of document.querySelectorAll<HTMLElement>('[data-frame][data-frame-now]'))
    void openAppFrame(container, requestOf(container.dataset.frame), {
      surface,
      close: () => void host().closeTopSlider(),
    })
}
