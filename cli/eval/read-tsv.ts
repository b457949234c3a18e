import { readFileSync } from 'node:fs'
import { EvalInputError } from './evaluation.ts'

export interface TsvRow {
  /** Line in the file, from 1. */
  line: number
  columns: string[]
}

/** Reads a tab-separated file with a header. Throws EvalInputError when it is missing or the header is another. */
export function readTsv(path: string | undefined, header: readonly string[]): TsvRow[] {
  if (path === undefined) throw new EvalInputError('Which file?')
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new EvalInputError(`Cannot read ${path}: ${(error as Error).message}`, { cause: error })
  }
  const [first = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (first !== header.join('\t'))
    throw new EvalInputError(`${path}: the header must be ${header.join(', ')} (tabs), not "${first}"`)
  return lines
    .map((content, index) => ({ line: index + 2, content }))
    .filter(({ content }) => content.trim() !== '')
    .map(({ line, content }) => ({ line, columns: content.split('\t') }))
}

/** Tells of rows that cannot be used; they are left out of the figures. */
export function reportSkipped(skipped: readonly { line: number; why: string }[]): void {
  for (const { line, why } of skipped) console.log(`line ${line} skipped: ${why}`)
}
