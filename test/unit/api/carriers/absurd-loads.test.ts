import {
  array,
  asyncProperty,
  assert as always,
  boolean,
  constant,
  constantFrom,
  double,
  oneof,
  record,
  string,
} from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { carriersAnswer } from '../../../../contract/carriers.ts'
import { listCarriers } from '../../../../server/api/carriers/list-carriers.ts'
import { loadPlaceKnowledge } from '../../../../server/gazetteer.ts'
import { openPortalStore, type PortalStore } from '../../../../server/store/database.ts'
import { saveLoads } from '../../../../server/store/load-writer.ts'
import { loadRow, plantRows } from '../../../support/rows.ts'

const { gazetteer, distance } = loadPlaceKnowledge()
const NOW = '2026-11-24T09:00:00.000Z'
const HOSTILE = [
  '',
  '   ',
  'Москва',
  'MOCKBA',
  'Mосква',
  'Казань',
  'Киров',
  '🚚🚚🚚',
  `'; DROP TABLE load; --`,
  '<img src=x onerror=alert(1)>',
  'я'.repeat(2000),
  '\u0000\uFFFF\u202E',
  'Москва, Москва, Москва',
  'нигде',
]

let store: PortalStore
beforeEach(async () => {
  store = await openPortalStore(':memory:')
  await plantRows(store, gazetteer)
})
afterEach(() => store.destroy())

const text = oneof(constantFrom(...HOSTILE), string({ maxLength: 60 }))
const quantity = oneof(
  constant(null),
  constantFrom(0, -1, 1, 20_000, 10_000_000, Number.MAX_SAFE_INTEGER, 1e-9),
  double({ noNaN: true, noDefaultInfinity: true }),
)
const moment = oneof(
  constant(null),
  constantFrom(
    '1970-01-01T00:00:00.000Z',
    '9999-12-31T00:00:00.000Z',
    '2026-11-25T06:00:00.000Z',
    '0000',
    'завтра',
    '',
  ),
)
const load = record({
  from: text,
  to: text,
  weightKg: quantity,
  volumeM3: quantity,
  lengthM: quantity,
  heightM: quantity,
  tempFromC: quantity,
  loadFromAt: moment,
  loadToAt: moment,
  partLoad: boolean(),
  cargo: text,
  bodies: array(constantFrom('tent', 'reefer', 'car_carrier'), { maxLength: 3 }),
})

test('whatever stands in a card, its list is an answer of the agreed shape, and says which place is not understood', async () => {
  await always(
    asyncProperty(load, async ({ from, to, bodies, partLoad, ...rest }) => {
      const stops = [
        { action: 'load', text: from, fromAt: null, toAt: null },
        { action: 'unload', text: to, fromAt: null, toAt: null },
      ]
      const written = { stops: JSON.stringify(stops), loadText: from, unloadText: to, bodies: JSON.stringify(bodies) }
      await saveLoads(store, 'request', [loadRow({ id: 1, ...rest, ...written, partLoad: partLoad ? 1 : 0 })])
      const answer = await listCarriers({
        store,
        gazetteer,
        distance,
        roles: ['logist'],
        kind: 'request',
        id: 1,
        now: NOW,
        stale: false,
      })
      expect(carriersAnswer.safeParse(structuredClone(answer)).error).toBeUndefined()
      const isUnderstood = answer.load.stops.every(({ place }) => place.state === 'known')
      const judged = answer.total + answer.totalVetoed
      expect(isUnderstood || judged === 0).toBe(true)
      const isPlantedLane = from === 'Москва' && to === 'Казань'
      expect(!isPlantedLane || judged === 3).toBe(true)
    }),
    {
      numRuns: 150,
      examples: [
        [
          {
            from: 'Москва',
            to: 'Казань',
            weightKg: 10_000_000,
            volumeM3: 0,
            lengthM: null,
            heightM: null,
            tempFromC: null,
            loadFromAt: '1970-01-01T00:00:00.000Z',
            loadToAt: null,
            partLoad: false,
            cargo: '',
            bodies: [],
          },
        ],
        [
          {
            from: 'Москва',
            to: 'Москва',
            weightKg: 0,
            volumeM3: null,
            lengthM: null,
            heightM: null,
            tempFromC: null,
            loadFromAt: null,
            loadToAt: null,
            partLoad: true,
            cargo: '<script>',
            bodies: ['tent'],
          },
        ],
      ],
    },
  )
  expect(await store.selectFrom('company').select('id').execute()).toHaveLength(4)
})
