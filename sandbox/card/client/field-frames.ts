import { openAppFrame, requestOf } from './app-frame.ts'
import type { Command } from './commands/command.ts'
import { refreshCard, whenDrawn } from './live-card.ts'

/** Lets the application draw the fields of its own types, again whenever the card's fields are drawn anew. */
export function startFieldFrames(): void {
  whenDrawn(fill)
  fill()
}

function fill(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-field-frame]:empty')) {
    const request = requestOf(place.dataset['fieldFrame'])
    const getValue: Command = (_frame, _params, answer) => answer(request.options['VALUE'])
    // The card only shows fields: a value set while it is looked at goes nowhere, as in the portal.
    const setValue: Command = (_frame, _params, answer) => answer()
    const own = { commands: { getValue, setValue }, events: [] }
    void openAppFrame(place, request, { surface: 'field', reload: refreshCard, own })
  }
}
