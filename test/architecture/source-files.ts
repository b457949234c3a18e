import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Files git knows or would know (untracked and not ignored), so that a new file is judged before it is committed. */
export function projectFiles(): string[] {
  const out = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    encoding: 'utf8',
  })
  return [...new Set(out.split('\0'))].filter((file) => file && !file.startsWith('.git/')).toSorted()
}

export function read(file: string): string {
  return readFileSync(file, 'utf8')
}

/** Script text of a file: the whole of a .ts, the <script> blocks of a .vue. */
export function scriptOf(file: string): string {
  const text = read(file)
  if (!file.endsWith('.vue')) return text
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
}

export interface ImportLine {
  specifier: string
  typeOnly: boolean
}

/** Every static, dynamic and re-exporting import of a source text. */
export function importsOf(source: string): ImportLine[] {
  const found: ImportLine[] = []
  for (const match of source.matchAll(/(?:^|\n)\s*(?:import|export)(\s+type)?\s[^'"`;]*?from\s*['"]([^'"]+)['"]/g))
    found.push({ specifier: match[2]!, typeOnly: Boolean(match[1]) })
  for (const match of source.matchAll(/(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g))
    found.push({ specifier: match[1]!, typeOnly: false })
  for (const match of source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
    found.push({ specifier: match[1]!, typeOnly: false })
  return found
}
