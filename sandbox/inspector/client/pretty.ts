import { element } from '../../card/client/element.ts'

const pattern = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g

/**
 * JSON laid out line by line and coloured. It need not be whole: what was cut off is simply missing. A text that is no
 * JSON is shown as it stands.
 */
export function prettyJson(text: string): HTMLElement {
  const box = element('pre', 'code')
  if (!/^\s*[{[]/.test(text)) {
    box.append(text)
    return box
  }
  let depth = 0
  const tokens = text.match(pattern) ?? []
  tokens.forEach((token, at) => {
    const before = tokens[at - 1]
    const next = tokens[at + 1]
    if (token === '}' || token === ']') {
      depth -= 1
      if (before !== '{' && before !== '[') box.append(newLine(depth))
      box.append(token)
    } else if (token === '{' || token === '[') {
      depth += 1
      box.append(token)
      if (next !== '}' && next !== ']') box.append(newLine(depth))
    } else if (token === ',') box.append(token, newLine(depth))
    else if (token === ':') box.append(': ')
    else box.append(element('span', next === ':' ? 'key' : kindOf(token), [readable(token)]))
  })
  return box
}

const newLine = (depth: number): string => `\n${'  '.repeat(Math.max(0, depth))}`

function kindOf(token: string): string {
  if (token.startsWith('"')) return 'text'
  return /^-?\d/.test(token) ? 'number' : 'word'
}

/** Escapes of letters that need none are undone. */
function readable(token: string): string {
  return token.replaceAll(/\\u([0-9a-f]{4})/gi, (escape, code: string) => {
    const letter = String.fromCharCode(Number.parseInt(code, 16))
    return letter < ' ' || letter === '"' || letter === '\\' ? escape : letter
  })
}
