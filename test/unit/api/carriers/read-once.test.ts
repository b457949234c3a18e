import { expect, test, vi } from 'vitest'
import { readOnce } from '../../../../server/api/carriers/read-once.ts'
import { loadPlaceKnowledge } from '../../../../server/gazetteer.ts'
import { normalisePlaceText } from '../../../../server/places/normalise.ts'

const { gazetteer } = loadPlaceKnowledge()
const NOTHING_TAUGHT = new Map<string, number>()
const SAMARA = 499099

/** The real gazetteer, counting what it is asked. */
function counted() {
  const resolve = vi.fn<typeof gazetteer.resolve>(gazetteer.resolve)
  return { ...gazetteer, resolve }
}

test('a text is read once, and means the same the second time', () => {
  const asked = counted()
  const first = readOnce('г. Казань', asked, NOTHING_TAUGHT)
  expect(readOnce('г. Казань', asked, NOTHING_TAUGHT)).toBe(first)
  expect(first).toMatchObject({ state: 'known', place: { name: 'Казань' } })
  expect(asked.resolve).toHaveBeenCalledTimes(1)
})

test('what a portal has been taught since holds for it at once, and for no other', () => {
  const asked = counted()
  const text = 'склад Ромашка'
  const before = readOnce(text, asked, NOTHING_TAUGHT)
  const taught = new Map([[normalisePlaceText(text), SAMARA]])
  expect(readOnce(text, asked, taught)).toMatchObject({ state: 'known', taught: true, place: { id: SAMARA } })
  expect(readOnce(text, asked, NOTHING_TAUGHT)).toEqual(before)
})

test('long texts are not kept', () => {
  const asked = counted()
  const long = `Казань, ${'улица Баумана, '.repeat(10)}`
  readOnce(long, asked, NOTHING_TAUGHT)
  readOnce(long, asked, NOTHING_TAUGHT)
  expect(asked.resolve).toHaveBeenCalledTimes(2)
})
