import { openAppFrame, requestOf } from './app-frame.ts'
import { startFieldFrames } from './field-frames.ts'
import { change, refreshCard } from './live-card.ts'
import { page, word } from './page.ts'

/** Brings an item's card to life: tabs, stages, the comment box. */
export function startCard(): void {
  if (!page().card) return
  document.addEventListener('click', (event) => {
    const pressed = (event.target as Element).closest<HTMLElement>('[data-tab], [data-stage]')
    if (!pressed) return
    if (pressed.dataset.tab) select(pressed.dataset.tab, true)
    if (pressed.dataset.stage) void change('stage', { stageId: pressed.dataset.stage })
  })
  document.querySelector('.comment-form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    void sendComment(event.currentTarget as HTMLFormElement)
  })
  startFieldFrames()
  window.addEventListener('hashchange', selectByAddress)
  selectByAddress()
}

function selectByAddress(): void {
  const wanted = decodeURIComponent(location.hash.slice(1)) || new URLSearchParams(location.search).get('tab')
  if (wanted) select(wanted, false)
}

/** Shows a tab; by its id, or by the code of the placement behind it. */
function select(wanted: string, remember: boolean): void {
  const tabs = [...document.querySelectorAll<HTMLElement>('[data-tab]')]
  const chosen = tabs.find((tab) => tab.dataset.tab === wanted) ?? tabs.find((tab) => tab.dataset.code === wanted)
  if (!chosen) return
  for (const tab of tabs) {
    tab.setAttribute('aria-selected', String(tab === chosen))
    const panel = document.querySelector<HTMLElement>(`[data-panel="${tab.dataset.tab}"]`)
    if (panel) panel.hidden = tab !== chosen
  }
  if (remember) history.replaceState(null, '', `#${chosen.dataset.tab}`)
  const panel = document.querySelector<HTMLElement>(`[data-panel="${chosen.dataset.tab}"]`)
  if (panel) void fill(panel)
}

/** The first press on a tab opens it; later ones only show it again. */
async function fill(panel: HTMLElement): Promise<void> {
  if (panel.dataset.filled) return
  panel.dataset.filled = 'yes'
  if (panel.dataset.frame)
    await openAppFrame(panel, requestOf(panel.dataset.frame), { surface: 'tab', reload: refreshCard })
  if (panel.dataset.fragment) {
    const answer = await fetch(panel.dataset.fragment)
    if (answer.ok) panel.innerHTML = await answer.text()
    else panel.textContent = word('failed')
  }
}

async function sendComment(form: HTMLFormElement): Promise<void> {
  const field = form.querySelector<HTMLTextAreaElement>('.comment-text')
  const text = field?.value.trim()
  if (!field || !text) return
  if (await change('comment', { text })) field.value = ''
}
