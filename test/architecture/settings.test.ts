import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('every setting is explained in .env.example, and nothing else is', () => {
  const known = [...readFileSync('server/config.ts', 'utf8').matchAll(/^ {2}(REIS_[A-Z_]+):/gm)].map(
    (match) => match[1]!,
  )
  const explained = [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?(REIS_[A-Z_]+)=/gm)].map(
    (match) => match[1]!,
  )
  expect(explained.toSorted()).toEqual(known.toSorted())
  expect(known.length).toBeGreaterThan(5)
})
