import { button, element } from '../element.ts'
import { word } from '../page.ts'
import { bindPopup } from '../popup.ts'
import { dial } from './phone.ts'

/** The phone of the top bar: begins a practice call, to a number or from one. */
export function startDialler(): void {
  bindPopup('[data-phone]', async (popup) => {
    const field = element('input', 'popup-search')
    field.type = 'tel'
    field.placeholder = word('phoneNumber')
    const call = (direction: 'incoming' | 'outgoing') => {
      popup.hidden = true
      void dial({ number: field.value, direction })
    }
    const out = button('button-main', word('dial'), () => call('outgoing'))
    const buttons = element('div', 'popup-buttons', [
      out,
      button('button-light', word('ringMe'), () => call('incoming')),
    ])
    const form = element('form', '', [field, element('p', 'popup-note', [word('phoneDeskNote')]), buttons])
    out.type = 'submit'
    form.addEventListener('submit', (event) => event.preventDefault())
    popup.replaceChildren(element('div', 'popup-title', [word('phoneDesk')]), form)
    field.focus()
  })
}
