import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withSkeleton } from '../../../../widgets/skeleton/page-skeleton.ts'

const pages = readdirSync('widgets', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('index.html'),
)

test.each(pages)('%s shows bones of its own before any script has run', (file) => {
  const page = withSkeleton(readFileSync(`widgets/${file}`, 'utf8'), '.bones {}')
  expect(page).toMatch(/<div id="app"><div class="bones" aria-busy="true" aria-label="[А-Яа-яё ,]+"><div/)
  expect(page).toContain('<style>\n.bones {}</style>')
  expect(page).not.toContain('reis-skeleton')
})

test('a page without a place for its skeleton, or with one that nobody drew, is not built', () => {
  expect(() => withSkeleton('<html></html>', '')).toThrow('no skeleton')
  const unknown = '<!--reis-skeleton-style--><!--reis-skeleton cloud: Ждём-->'
  expect(() => withSkeleton(unknown, '')).toThrow('cloud')
})
