import { expect, test } from 'vitest'
import { viewPlace } from '../../../../server/api/carriers/place-view.ts'
import { loadPlaceKnowledge } from '../../../../server/gazetteer.ts'

const { gazetteer } = loadPlaceKnowledge()
const nothingTaught = new Map<string, number>()

test('a place comes with its own time zone, so that a loading window is shown in it', () => {
  expect(viewPlace('г. Новосибирск', gazetteer, nothingTaught)).toMatchObject({
    state: 'known',
    place: { name: 'Новосибирск', zone: 'Asia/Novosibirsk' },
    taught: false,
  })
})

test('an ambiguous text offers its towns, the likeliest first, and chooses none', () => {
  const seen = viewPlace('Ростов', gazetteer, nothingTaught)
  expect(seen).toMatchObject({ state: 'ambiguous', text: 'Ростов' })
  expect(seen.state === 'ambiguous' && seen.alternatives.length).toBeGreaterThan(1)
})

test('no text is no place, and words that name none are unknown', () => {
  expect(viewPlace(null, gazetteer, nothingTaught)).toEqual({ state: 'empty' })
  expect(viewPlace('ываыва ццц', gazetteer, nothingTaught)).toMatchObject({ state: 'unknown' })
})
