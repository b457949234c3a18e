import { expect, test } from 'vitest'
import { runChaos } from '../../cli/chaos/run.ts'

test('500 writes of thirty people through a portal in trouble, with the server killed three times: each once, in order, and the copy is the portal', async () => {
  const result = await runChaos({
    writes: 500,
    kills: 3,
    seed: 7,
    scale: 100,
    people: 30,
    say: () => undefined,
  })
  expect(result.verdict).toEqual({ lost: [], doubled: [], reordered: [], ghosts: [] })
  expect(result.missing).toEqual([])
  expect(result.copyDiffers).toEqual([])
  expect(result.kills).toBeGreaterThanOrEqual(3)
  expect(result.writes).toBeGreaterThanOrEqual(500)
}, 180_000)
