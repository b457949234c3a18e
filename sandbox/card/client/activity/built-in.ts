import { openAppFrame } from '../app-frame.ts'
import type { FrameRequest, PlacementInterface } from '../app-frame.ts'
import type { Command } from '../commands/command.ts'
import { element } from '../element.ts'
import { isMap } from '../layout/shape.ts'
import { refreshCard, whenSaved } from '../live-card.ts'
import { word } from '../page.ts'
import { drawnLayout } from './drawn-layout.ts'
import { openFor } from './open-app.ts'
import type { ButtonName } from './drawn-layout.ts'

interface Binding {
  /** The id of one block, or null: every block. */
  only: string | null
  tell: (data: unknown) => void
}

type EventName = 'layout' | 'value' | 'update' | ButtonName

/**
 * An application that draws its interface with the portal's own means: its page runs hidden and says what to show.
 * `finish` leads back to the comment.
 */
export async function startBuiltIn(root: HTMLElement, request: FrameRequest, finish: () => void): Promise<void> {
  const bindings = new Map<EventName, Binding[]>()
  const tell = (event: EventName, data: Record<string, unknown> = {}) => {
    for (const { only, tell: say } of bindings.get(event) ?? []) if (only === null || only === data.id) say(data)
  }
  const bind =
    (event: EventName): Command =>
    (_frame, params, answer) => {
      const only = typeof params === 'string' && params !== '' ? params : null
      bindings.set(event, [...(bindings.get(event) ?? []), { only, tell: answer }])
    }
  const drawn = drawnLayout(root, {
    changed: (id, value) => tell('value', { id, value }),
    pressed: (id, action) => {
      if (action.type === 'layoutEvent') tell('layout', { id, value: action.value })
      if (action.type === 'openRestApp') openApp(action, request)
    },
    button: (name) => tell(name),
  })
  whenSaved(() => tell('update'))
  const own: PlacementInterface = {
    commands: {
      setLayout: (_frame, params, answer) => answer(drawn.set(params)),
      setLayoutItemState: (_frame, params, answer) => answer(drawn.setItem(params)),
      setPrimaryButtonState: (_frame, params, answer) => answer(drawn.setButton('primaryButton', ownParams(params))),
      setSecondaryButtonState: (_frame, params, answer) =>
        answer(drawn.setButton('secondaryButton', ownParams(params))),
      bindLayoutEventCallback: bind('layout'),
      bindValueChangeCallback: bind('value'),
      bindPrimaryButtonClickCallback: bind('primaryButton'),
      bindSecondaryButtonClickCallback: bind('secondaryButton'),
      bindEntityUpdateCallback: bind('update'),
      finish,
      lock: () => setLocked(root, true),
      unlock: () => setLocked(root, false),
    },
    events: [],
  }
  root.replaceChildren(element('div', 'layout-loading', [word('loading')]))
  const hidden = element('div', 'hidden-frame')
  root.after(hidden)
  const frame = await openAppFrame(hidden, request, { surface: 'hidden', own, reload: refreshCard })
  if (!frame) root.replaceChildren(element('div', 'frame-failed', [hidden.textContent ?? '']))
}

/** The SDK adds a key of its own to every command; alone it says nothing. */
function ownParams(params: unknown): unknown {
  if (!isMap(params)) return params
  const { isRawValue: _isRawValue, ...rest } = params
  return Object.keys(rest).length === 0 ? null : rest
}

function setLocked(root: HTMLElement, locked: boolean): void {
  root.inert = locked
  root.classList.toggle('is-locked', locked)
}

/** The application's own page, told on which item it was asked for. */
function openApp(action: Record<string, unknown>, request: FrameRequest): void {
  const { entityTypeId, entityId } = request.options
  const given = isMap(action.value) ? action.value : { value: action.value ?? '' }
  openFor({ ...given, entityTypeId, entityId }, action.sliderParams, request)
}
