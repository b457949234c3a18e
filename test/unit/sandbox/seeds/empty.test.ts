import { expect, test } from 'vitest'
import { makeEmpty } from '../../../../sandbox/seeds/empty.ts'
import { makeMogutin } from '../../../../sandbox/seeds/mogutin.ts'
import { COMPANY, DEAL, LEAD, ReadSeed, TODAY } from './read-seed.ts'

const read = new ReadSeed(makeEmpty({ today: TODAY, scale: 1 }))

test('the empty portal has the same people and no process of ours', () => {
  expect(read.seed.users).toEqual(makeMogutin({ today: TODAY, scale: 1 }).users)
  expect([read.seed.types, read.seed.nativeStages, read.seed.comments]).toEqual([[], {}, []])
})

test('it holds a few native cards to open', () => {
  for (const type of [LEAD, DEAL, COMPANY]) expect(read.of(type).length).toBeGreaterThan(0)
  expect(read.items.length).toBeLessThan(15)
  expect(read.items.flatMap(({ fields }) => Object.keys(fields)).filter((name) => name.startsWith('UF_'))).toEqual([])
})
