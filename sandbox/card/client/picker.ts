import { button, element } from './element.ts'
import { word } from './page.ts'

export interface Choice<Value> {
  value: Value
  label: string
  note: string
}

export interface PickOptions<Value> {
  title: string
  many: boolean
  search: (text: string) => Promise<Choice<Value>[]>
}

const TYPING_PAUSE_MS = 200

/** A small dialog with a search field and a list. @returns what was chosen; nothing where it was closed */
export function pick<Value>(options: PickOptions<Value>): Promise<Value[]> {
  return new Promise((resolve) => {
    const chosen = new Map<string, Value>()
    const list = element('div', 'picker-list')
    const field = element('input', 'picker-search')
    field.type = 'search'
    field.placeholder = word('search')
    const finish = (values: Value[]) => {
      root.remove()
      resolve(values)
    }
    const press = (choice: Choice<Value>, row: HTMLElement) => {
      if (!options.many) return finish([choice.value])
      const key = JSON.stringify(choice.value)
      if (!chosen.delete(key)) chosen.set(key, choice.value)
      row.setAttribute('aria-pressed', String(chosen.has(key)))
    }
    const show = async () => {
      const choices = await options.search(field.value.trim())
      list.replaceChildren(...choices.map((choice) => rowOf(choice, press)))
      if (choices.length === 0) list.append(element('div', 'picker-empty', [word('nothingFound')]))
    }
    let pause: ReturnType<typeof setTimeout> | undefined
    field.addEventListener('input', () => {
      clearTimeout(pause)
      pause = setTimeout(() => void show(), TYPING_PAUSE_MS)
    })
    const buttons = element('div', 'picker-buttons', [
      ...(options.many ? [button('button-main', word('select'), () => finish([...chosen.values()]))] : []),
      button('button-light', word('cancel'), () => finish([])),
    ])
    const title = element('div', 'picker-title', [options.title])
    const root = element('div', 'picker', [element('div', 'picker-box', [title, field, list, buttons])])
    root.setAttribute('role', 'dialog')
    document.body.append(root)
    field.focus()
    void show()
  })
}

function rowOf<Value>(choice: Choice<Value>, press: (choice: Choice<Value>, row: HTMLElement) => void): HTMLElement {
  const row = button('picker-row', '', () => press(choice, row))
  row.append(element('span', 'picker-label', [choice.label]), element('span', 'picker-note', [choice.note]))
  return row
}
