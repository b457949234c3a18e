import { element } from '../../card/client/element.ts'

type Cell = Node | string

/** A plain table, or the sentence that there is nothing in it. */
export function table(heads: string[], rows: Cell[][], empty: string): HTMLElement {
  if (rows.length === 0) return element('p', 'empty', [empty])
  return element('table', 'plain', [
    element('thead', '', [
      element(
        'tr',
        '',
        heads.map((head) => element('th', '', [head])),
      ),
    ]),
    element(
      'tbody',
      '',
      rows.map((cells) =>
        element(
          'tr',
          '',
          cells.map((cell) => element('td', '', [cell])),
        ),
      ),
    ),
  ])
}

export const panel = (title: string, note: string, ...content: Node[]): HTMLElement =>
  element('section', 'panel', [
    element('h2', '', [title]),
    ...(note === '' ? [] : [element('p', 'facts', [note])]),
    ...content,
  ])
