import { readFileSync } from 'node:fs'
import { EvalInputError } from '../evaluation.ts'

/**
 * Calls `visit` for each row of a tab-separated file with a header, blank lines left out; lines are counted from 1.
 * A million rows are never held at once. Throws EvalInputError when the file is missing or its header is another.
 */
export function visitRows(
  path: string,
  header: readonly string[],
  visit: (columns: string[], line: number) => void,
): void {
  const text = readText(path)
  let line = 0
  for (let start = 0; start <= text.length;) {
    const end = text.indexOf('\n', start)
    const stop = end < 0 ? text.length : end
    const content = text.slice(start, text[stop - 1] === '\r' ? stop - 1 : stop)
    start = stop + 1
    line++
    if (line === 1) checkHeader(path, content, header)
    else if (content.trim() !== '') visit(content.split('\t'), line)
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new EvalInputError(`Cannot read ${path}: ${(error as Error).message}`, { cause: error })
  }
}

function checkHeader(path: string, first: string, header: readonly string[]): void {
  if (first !== header.join('\t'))
    throw new EvalInputError(`${path}: the header must be ${header.join(', ')} (tabs between), not "${first}"`)
}
