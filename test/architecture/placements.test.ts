import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROLES } from '../../contract/codes.ts'

interface Placement {
  code: string
  widget: string
  titles: { ru: string; en: string }
  opensFor: string[]
}
const placements = (JSON.parse(readFileSync('placements.json', 'utf8')) as { placements: Placement[] }).placements

test('every placement names a widget that exists, titles in both languages and known roles', () => {
  for (const placement of placements) {
    expect(existsSync(`widgets/${placement.widget}/index.html`), placement.widget).toBe(true)
    expect(placement.titles.ru.trim() && placement.titles.en.trim(), placement.code).toBeTruthy()
    for (const role of placement.opensFor) expect(ROLES).toContain(role)
  }
})

test('every widget folder is opened by some placement', () => {
  const folders = readdirSync('widgets', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`widgets/${entry.name}/index.html`))
    .map((entry) => entry.name)
  const used = new Set(placements.map((placement) => placement.widget))
  expect(folders.filter((folder) => !used.has(folder))).toEqual([])
})
