import { button, element } from '../../card/client/element.ts'
import type { Feed } from '../routes.ts'
import { page, words } from './page.ts'
import { requestsView } from './requests.ts'
import { standingTabs } from './standing.ts'
import { forget, isRefused, state, take, type Tab } from './state.ts'

const everyMs = 1000

const requests = requestsView()
const tabs = element('nav', 'tabs')
const main = element('main', '')
const pause = button('tool', words.pause, () => {
  state.isPaused = !state.isPaused
  draw()
})
const lost = element('p', 'lost', [words.lost])
const other = page.language === 'ru' ? 'en' : 'ru'

document.body.append(
  element('header', 'top', [
    element('h1', '', [words.inspector, element('small', '', [`${page.company} · ${page.address}`])]),
    element('div', 'tools', [
      pause,
      button('tool', words.clear, () => void clear()),
      link('/', words.toPortal),
      link(`?theme=${page.theme === 'dark' ? 'light' : 'dark'}`, page.theme === 'dark' ? words.light : words.dark),
      link(`?lang=${other}`, other.toUpperCase()),
    ]),
  ]),
  tabs,
  lost,
  main,
)

function link(href: string, label: string): HTMLElement {
  const node = element('a', 'tool', [label])
  node.href = href
  return node
}

function draw(): void {
  pause.textContent = state.isPaused ? words.resume : words.pause
  pause.classList.toggle('is-on', state.isPaused)
  lost.hidden = !state.isLost
  const names: Tab[] = ['requests', 'outbound', 'queue', 'limits', 'oddities', 'faults']
  tabs.replaceChildren(...names.map(tabButton))
  if (state.tab === 'requests') {
    if (main.firstChild !== requests.node) main.replaceChildren(requests.node)
    requests.draw()
  } else if (state.feed) main.replaceChildren(element('div', 'panels', standingTabs[state.tab](state.feed)))
}

function tabButton(name: Tab): HTMLElement {
  const node = button(`tab${state.tab === name ? ' is-on' : ''}`, words[name], () => {
    state.tab = name
    draw()
  })
  if (state.tab === name) node.setAttribute('aria-current', 'page')
  const [all, bad] = countsOf(name)
  if (all > 0) node.append(element('span', 'count', [String(all)]))
  if (bad > 0) node.append(element('span', 'count is-bad', [String(bad)]))
  return node
}

/** How many there are in a tab, and how many of them want to be looked at. */
function countsOf(name: Tab): [all: number, bad: number] {
  const { feed } = state
  if (!feed || name === 'limits') return [0, 0]
  if (name === 'requests') return [state.exchanges.length, state.exchanges.filter(isRefused).length]
  if (name === 'outbound')
    return [state.outbound.size, [...state.outbound.values()].filter(({ status }) => status === 0).length]
  if (name === 'queue') return [feed.queue.length, feed.queue.filter(({ error }) => error === 1).length]
  if (name === 'oddities') return [0, feed.ignored.length + Object.keys(feed.notImplemented).length]
  return [feed.faults.faults.length, Object.values(feed.faults.fired).reduce((sum, count) => sum + count, 0)]
}

async function clear(): Promise<void> {
  await fetch('/sandbox/inspector/clear', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  forget()
  await look()
}

async function look(): Promise<void> {
  try {
    const answer = await fetch(`/sandbox/inspector/feed?after=${state.lastId}`)
    take((await answer.json()) as Feed)
    state.isLost = false
  } catch {
    state.isLost = true
  }
  // A list that is drawn anew under the pointer's press loses the press.
  if (!document.querySelector('.split li:active')) draw()
}

async function watch(): Promise<void> {
  for (;;) {
    if (!state.isPaused && !document.hidden) await look()
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

draw()
void watch()
