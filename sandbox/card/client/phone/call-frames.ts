import { openAppFrame, ownUri, raise } from '../app-frame.ts'
import type { AppFrame, PlacementInterface } from '../app-frame.ts'
import { button, element } from '../element.ts'
import { page } from '../page.ts'
import type { AutoClose } from './auto-close.ts'
import type { Call } from './call.ts'

const EVENTS = ['CallCard::EntityChanged', 'CallCard::BeforeClose', 'CallCard::CallStateChanged'] as const

export interface CallFrames {
  root: HTMLElement
  /** `data` is the event's first argument: the others do not travel to a frame. */
  tell(event: (typeof EVENTS)[number], data?: unknown): void
}

/** The right half of a call card: a tab for every application bound to it. Null where there is none. */
export function callFrames(current: () => Call, closing: AutoClose): CallFrames | null {
  const tabs = page().callTabs
  if (tabs.length === 0) return null
  const opened: Promise<AppFrame | undefined>[] = []
  const own = interfaceOf(current, closing)
  const panels = tabs.map(() => element('div', 'call-panel'))
  const buttons = tabs.map(({ title }, at) => button('', title, () => select(at)))
  const select = (chosen: number) => {
    for (const [at, panel] of panels.entries()) {
      panel.hidden = at !== chosen
      buttons[at]?.setAttribute('aria-selected', String(at === chosen))
    }
    const panel = panels[chosen]
    const tab = tabs[chosen]
    if (!panel || !tab || panel.dataset.filled) return
    panel.dataset.filled = 'yes'
    const { options } = current()
    const request = { viewerId: page().viewerId, placement: 'CALL_CARD', placementId: tab.placementId, options }
    opened.push(openAppFrame(panel, { ...request, uri: ownUri() }, { surface: 'popup', own }))
  }
  for (const tab of buttons) tab.setAttribute('role', 'tab')
  const bar = element('div', 'call-tabs', buttons)
  bar.setAttribute('role', 'tablist')
  select(0)
  return {
    root: element('section', 'call-apps', [bar, ...panels]),
    tell: (event, data) => {
      for (const frame of opened) void frame.then((found) => found && raise(found, event, data))
    },
  }
}

function interfaceOf(current: () => Call, closing: AutoClose): PlacementInterface {
  return {
    commands: {
      getStatus: (_frame, _params, answer) => answer(current().status),
      disableAutoClose: (_frame, _params, answer) => {
        closing.hold()
        answer([])
      },
      enableAutoClose: (_frame, _params, answer) => {
        answer([])
        closing.release()
      },
    },
    events: [...EVENTS],
  }
}
