import { button, element } from '../../card/client/element.ts'
import { detail } from './detail.ts'
import { clock, words } from './page.ts'
import { shownExchanges, state, who, type Exchange, type Kind } from './state.ts'
import { statusBadge } from './status-badge.ts'

const kinds: [Kind, string][] = [
  ['all', words.all],
  ['refused', words.refused],
  ['batches', words.batches],
  ['ignored', words.withIgnored],
]
const drawn = 250

/** The list with its filter on one side, the chosen request on the other. It stays the same element all the time. */
export function requestsView(): { node: HTMLElement; draw(): void } {
  const filter = element('input', 'filter')
  filter.type = 'search'
  filter.placeholder = words.filter
  filter.setAttribute('aria-label', words.filter)
  const chips = element('div', 'chips')
  const list = element('ol', 'requests')
  list.tabIndex = 0
  const right = element('div', 'right')
  const left = element('div', 'left', [element('div', 'filters', [filter, chips]), list])
  let drawnDetail: number | null | undefined
  filter.addEventListener('input', () => {
    state.text = filter.value
    draw()
  })
  list.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const shown = shownExchanges().slice(0, drawn)
    const at = shown.findIndex(({ id }) => id === state.chosen)
    const next = shown[Math.min(Math.max(at + step, 0), shown.length - 1)]
    if (next) choose(next.id)
  })

  function choose(id: number): void {
    state.chosen = id
    draw()
    list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }

  function line(one: Exchange): HTMLElement {
    const row = element('li', `request${one.id === state.chosen ? ' is-chosen' : ''}`, [
      element('span', 'time', [clock(one.at)]),
      statusBadge(one),
      element('span', 'method', [
        one.method,
        ...(one.commands.length > 0 ? [element('span', 'inside', [summary(one.commands)])] : []),
        ...(one.error === '' ? [] : [element('span', 'inside is-error', [one.error])]),
      ]),
      ...(one.ignored.length > 0 ? [element('span', 'odd', [`+${one.ignored.length}`])] : []),
      element('span', 'who', [who(one) || words.nobody]),
      element('span', 'ms', [`${one.ms < 10 ? one.ms.toFixed(1) : Math.round(one.ms)} ${words.ms}`]),
    ])
    if (one.id === state.chosen) row.setAttribute('aria-current', 'true')
    row.addEventListener('click', () => choose(one.id))
    return row
  }

  function draw(): void {
    chips.replaceChildren(
      ...kinds.map(([kind, label]) => {
        const chip = button(`chip${state.kind === kind ? ' is-on' : ''}`, label, () => {
          state.kind = kind
          draw()
        })
        chip.setAttribute('aria-pressed', String(state.kind === kind))
        return chip
      }),
    )
    const shown = shownExchanges()
    const empty = state.exchanges.length === 0 ? words.noRequests : words.nothingFits
    const scrolled = list.scrollTop
    list.replaceChildren(...(shown.length === 0 ? [element('li', 'empty', [empty])] : shown.slice(0, drawn).map(line)))
    list.scrollTop = scrolled
    if (drawnDetail === state.chosen) return
    const chosen = state.exchanges.find(({ id }) => id === state.chosen)
    drawnDetail = state.chosen
    right.replaceChildren(chosen ? detail(chosen) : element('p', 'empty', [words.choose]))
    right.scrollTop = 0
  }

  return { node: element('div', 'split', [left, right]), draw }
}

/** `crm.item.list ×3, user.get` */
function summary(commands: string[]): string {
  const counts = new Map<string, number>()
  for (const command of commands) counts.set(command, (counts.get(command) ?? 0) + 1)
  return [...counts].map(([name, count]) => (count > 1 ? `${name} ×${count}` : name)).join(', ')
}
