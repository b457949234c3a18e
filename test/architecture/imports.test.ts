import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, projectFiles, scriptOf } from './source-files.ts'

/**
 * Who may import whom (ARCHITECTURE.md). A folder not listed on the left may import nothing of ours; the longest
 * matching folder counts. `*` is everything.
 */
const TABLE: Record<string, string[]> = {
  contract: ['contract'],
  typed: ['typed'],
  'server/places': ['contract', 'server/places'],
  'server/money': ['contract', 'server/money'],
  'server/match': ['contract', 'server/match', 'server/places', 'server/money'],
  'server/profit': ['contract', 'server/profit', 'server/places', 'server/money'],
  'server/offers': ['contract', 'server/offers', 'server/money', 'server/profit'],
  'server/exports': ['contract', 'server/exports', 'server/offers', 'server/places', 'server/store'],
  'server/refusal': ['contract', 'server/refusal', 'server/places', 'server/money'],
  'server/carrier-file': ['contract', 'server/carrier-file', 'server/errors.ts'],
  'server/store': ['contract', 'server/store', 'server/errors.ts'],
  'server/routing': ['contract', 'server/routing', 'server/places', 'server/store', 'server/errors.ts'],
  'server/portal': [
    'contract',
    'server/portal',
    'server/errors.ts',
    'server/log.ts',
    'server/same-secret.ts',
    'placements.json',
  ],
  'server/sync': [
    'contract',
    'server/sync',
    'server/portal',
    'server/store',
    'server/places',
    'server/errors.ts',
    'server/log.ts',
  ],
  'server/outbox': [
    'contract',
    'server/outbox',
    'server/portal',
    'server/store',
    'server/places',
    'server/errors.ts',
    'server/log.ts',
  ],
  'server/install': [
    'contract',
    'server/install',
    'server/portal',
    'server/sync',
    'server/store',
    'server/outbox',
    'server/errors.ts',
    'server/log.ts',
    'placements.json',
  ],
  'server/api': [
    'contract',
    'server/api',
    'server/carrier-file',
    'server/store',
    'server/match',
    'server/profit',
    'server/offers',
    'server/exports',
    'server/refusal',
    'server/places',
    'server/money',
    'server/routing',
    'server/outbox/commands',
    'typed',
    'server/metrics.ts',
    'server/same-secret.ts',
    'server/errors.ts',
  ],
  // The only parts of the api that may reach the portal, and the wiring they are handed.
  'server/api/session': ['server/portal', 'server/log.ts', 'placements.json'],
  'server/api/hooks': ['server/api', 'server/portal', 'server/install', 'server/sync', 'server/log.ts'],
  'server/api/fresh-item': ['server/portal', 'server/sync'],
  'server/api/install': ['server/portal', 'server/install'],
  'server/errors.ts': ['contract'],
  'server/log.ts': [],
  'server/same-secret.ts': [],
  'server/config.ts': ['server/errors.ts'],
  'server/gazetteer.ts': ['server/places'],
  'server/load-work-calendar.ts': ['server/profit'],
  'server/metrics.ts': ['server/portal'],
  'server/portal-figures.ts': ['server/metrics.ts', 'server/store'],
  'server/context.ts': ['*'],
  'server/rooms.ts': ['contract', 'server'],
  'server/app.ts': ['contract', 'server'],
  'server/start.ts': ['server'],
  'server/main.ts': ['server'],
  'widgets/shared': ['contract', 'widgets/shared'],
  sandbox: ['sandbox'],
  cli: ['*'],
  test: ['*'],
  bench: ['*'],
}

/** These add to what their folder may import, instead of replacing it. */
const ADDS_TO_FOLDER = ['server/api/session', 'server/api/hooks', 'server/api/fresh-item', 'server/api/install']

function allowedFor(file: string): string[] {
  const widget = /^widgets\/([^/]+)\//.exec(file)?.[1]
  if (widget && widget !== 'shared') return ['contract', 'typed', 'widgets/shared', `widgets/${widget}`]
  const keys = Object.keys(TABLE)
    .filter((key) => isUnder(file, key))
    .toSorted((a, b) => b.length - a.length)
  const [closest, next] = keys
  if (!closest) return []
  return ADDS_TO_FOLDER.includes(closest) && next ? [...TABLE[closest]!, ...TABLE[next]!] : TABLE[closest]!
}

/** `server/api/session` covers session.ts, session.post.ts and the folder session/; `session-x` only by its own name. */
function isUnder(file: string, key: string): boolean {
  return file === key || file.startsWith(`${key}/`) || file.startsWith(`${key}.`) || file.startsWith(`${key}-`)
}

const FOLDERS = ['contract', 'typed', 'server', 'widgets', 'sandbox', 'cli', 'bench']
const sources = projectFiles().filter(
  (file) => FOLDERS.includes(file.split('/')[0]!) && /\.(ts|vue|mjs)$/.test(file) && existsSync(file),
)

test('every import of our own code is one that the import table allows', () => {
  const wrong: string[] = []
  for (const file of sources) {
    const allowed = allowedFor(file)
    for (const { specifier, typeOnly } of importsOf(scriptOf(file))) {
      if (!specifier.startsWith('.')) continue
      const target = normalize(join(dirname(file), specifier)).replace(/\?.*$/, '')
      if (allowed.includes('*') || allowed.some((folder) => target === folder || target.startsWith(`${folder}/`)))
        continue
      if (file.startsWith('widgets/') && typeOnly && target === 'server/app.ts') continue
      wrong.push(`${file} may not import ${target}`)
    }
  }
  expect(wrong).toEqual([])
})

test('the pure folders read no clock, no randomness, no file and no network', () => {
  const forbidden = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|['"]node:|\bfetch\(|\bprocess\./
  const pure = sources.filter((file) => /^(typed|server\/(places|money|match|profit|refusal))\//.test(file))
  expect(pure.filter((file) => forbidden.test(scriptOf(file)))).toEqual([])
})

test('only config reads the environment', () => {
  const readers = sources.filter((file) => /^(server|contract)\//.test(file) && /\bprocess\.env\b/.test(scriptOf(file)))
  expect(readers.filter((file) => file !== 'server/main.ts')).toEqual([])
})

test('SQL is written only in the store', () => {
  const sql = /\bsql(<[^>]+>)?`|\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\.prepare\(\s*['"`]/
  const writers = sources.filter((file) => file.startsWith('server/') && !file.startsWith('server/store/'))
  expect(writers.filter((file) => sql.test(scriptOf(file)))).toEqual([])
})
