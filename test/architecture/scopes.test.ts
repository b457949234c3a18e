import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { APP_SCOPES } from '../../cli/demo/app-scopes.ts'
import type { Method } from '../../sandbox/rules/method.ts'
import { NEEDED_SCOPES } from '../../server/install/survey.ts'
import { PLACEMENTS } from '../../server/portal/placements.ts'
import { projectFiles } from './source-files.ts'

/** REST methods named in the server's sources, as far as the portal has such a method. */
function methodsInUse(): string[] {
  const texts = projectFiles()
    .filter((file) => file.startsWith('server/') && file.endsWith('.ts'))
    .map((file) => readFileSync(file, 'utf8'))
  const names = texts.flatMap((text) => [...text.matchAll(/['`]([a-z]+(?:\.[a-zA-Z]+)+)['`]/g)].map((one) => one[1]!))
  // Robots and actions of processes are spoken of by one template.
  const templates = texts.some((text) => text.includes('bizproc.${kind}.')) ? ['bizproc.activity.add'] : []
  return [...new Set([...names, ...templates])].filter((name) => existsSync(`sandbox/methods/${name}.ts`))
}

async function scopesInUse(): Promise<Set<string>> {
  const scopes = new Set(PLACEMENTS.flatMap(({ scope }) => (scope ? [scope] : [])))
  for (const name of methodsInUse()) {
    const { method } = (await import(`../../sandbox/methods/${name}.ts`)) as { method: Method }
    // Every application has the basic one; it is not asked for.
    if (method.scope && method.scope !== 'basic') scopes.add(method.scope)
  }
  return scopes
}

test('the scopes that are asked for are those in use, each with its reason, in the card of the Market and in the recipe', async () => {
  const used = [...(await scopesInUse())].toSorted()
  expect(used.length).toBeGreaterThan(6)
  const table = readFileSync('docs/market/scopes.md', 'utf8')
  const rows = [...table.matchAll(/^\| (`[^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
  const asked = rows.flatMap(([, cell]) => [...cell!.matchAll(/`(\w+)`/g)].map((one) => one[1]!))
  expect(asked.toSorted()).toEqual(used)
  for (const [, , reason, without] of rows)
    expect([reason!.trim().length > 10, without!.trim().length > 5]).toEqual([true, true])

  const recipe = readFileSync('docs/recipes/run-it-for-real.md', 'utf8')
  const rights = recipe.slice(recipe.indexOf('- Права:'), recipe.indexOf('The portal then shows'))
  expect([...rights.matchAll(/`(\w+)`/g)].map((one) => one[1]!).toSorted()).toEqual(used)
  for (const scope of NEEDED_SCOPES) expect(used).toContain(scope)
  expect(APP_SCOPES.toSorted()).toEqual(used)
})
