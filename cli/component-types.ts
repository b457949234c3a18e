import { existsSync, readFileSync, readdirSync } from 'node:fs'

const TYPES = 'widgets/components.d.ts'

/** Whether every kit component the widgets use is in the list a build makes of them: a new one is not until the next. */
export function knowsAllComponents(): boolean {
  if (!existsSync(TYPES)) return false
  const known = readFileSync(TYPES, 'utf8')
  return readdirSync('widgets', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.vue'))
    .flatMap((file) => readFileSync(`widgets/${file}`, 'utf8').match(/<B24\w+/g) ?? [])
    .every((tag) => known.includes(` ${tag.slice(1)}:`))
}
