import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROLES, type Role } from '../../contract/codes.ts'

interface Placement {
  code: string
  widget: string
  titles: { ru: string; en: string }
  opensFor: string[]
}
const placements = (JSON.parse(readFileSync('placements.json', 'utf8')) as { placements: Placement[] }).placements

test('every placement names a widget that exists, titles in both languages and known roles', () => {
  const wrong = placements.filter(
    ({ widget, titles, opensFor }) =>
      !existsSync(`widgets/${widget}/index.html`) ||
      !titles.ru.trim() ||
      !titles.en.trim() ||
      opensFor.some((role) => !ROLES.includes(role as Role)),
  )
  expect(wrong).toEqual([])
})

test('every widget folder is opened by some placement', () => {
  const folders = readdirSync('widgets', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`widgets/${entry.name}/index.html`))
    .map((entry) => entry.name)
  const used = new Set(placements.map((placement) => placement.widget))
  expect(folders.filter((folder) => !used.has(folder))).toEqual([])
})
