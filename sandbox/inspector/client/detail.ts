import { element } from '../../card/client/element.ts'
import { clock, words } from './page.ts'
import { prettyJson } from './pretty.ts'
import { who, type Exchange } from './state.ts'
import { statusBadge } from './status-badge.ts'

/** One request as large as it is. */
export function detail(one: Exchange): HTMLElement {
  const facts = [clock(one.at), `${one.ms} ${words.ms}`, who(one) || words.nobody]
  if (one.by !== 'nobody') facts.push(words[one.by])
  const box = element('article', 'detail', [
    element('h2', '', [one.method, statusBadge(one)]),
    element('p', 'facts', [facts.join(' · ')]),
  ])
  if (one.isCut) box.append(element('p', 'note is-bad', [words.cutNote]))
  if (one.error !== '') box.append(element('p', 'note is-bad', [one.error]))
  if (one.ignored.length > 0)
    box.append(
      element('section', '', [
        element('h3', '', [words.ignored]),
        element(
          'p',
          'names',
          one.ignored.map(({ method, name }) => element('code', 'name is-odd', [`${method} · ${name}`])),
        ),
      ]),
    )
  const commands = readCommands(one)
  if (commands.length > 0) box.append(section(words.commands, commandTable(commands)))
  else box.append(section(words.params, prettyJson(one.params)))
  if (one.answer !== '') box.append(section(words.answer, prettyJson(one.answer), shortened(one)))
  return box
}

function section(title: string, content: HTMLElement, note: string = ''): HTMLElement {
  return element('section', '', [
    element('h3', '', [title, ...(note === '' ? [] : [element('small', '', [note])])]),
    content,
  ])
}

function shortened(one: Exchange): string {
  if (one.isWhole) return ''
  return words.shortened.replace('{all}', one.answerLength.toLocaleString(document.documentElement.lang))
}

interface Command {
  key: string
  method: string
  query: string
}

/** The commands of a batch; none where the parameters were too long to be kept whole. */
function readCommands(one: Exchange): Command[] {
  if (one.method !== 'batch') return []
  try {
    const { cmd } = JSON.parse(one.params) as { cmd?: Record<string, unknown> }
    return Object.entries(cmd ?? {}).map(([key, command]) => {
      const [method = '', ...query] = String(command).split('?')
      return { key, method, query: decode(query.join('?')).replaceAll('&', '\n') }
    })
  } catch {
    return []
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function commandTable(commands: Command[]): HTMLElement {
  return element(
    'dl',
    'commands',
    commands.flatMap(({ key, method, query }) => [
      element('dt', '', [element('span', 'command-key', [key]), method]),
      element('dd', '', [element('pre', '', [query])]),
    ]),
  )
}
