import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EvalInputError } from '../../../../cli/eval/evaluation.ts'
import { readHistory } from '../../../../cli/eval/history/read-history.ts'
import { createGazetteer } from '../../../../server/places/gazetteer.ts'
import { PLACES } from '../../match/lane-index/portal-history.ts'

const gazetteer = createGazetteer(PLACES)
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reis-history-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const FILES = {
  carriers: ['carrier\tbodies\tcapacity_t\tvolume_m3', 'Волков\ttent,reefer\t20\t82.5', 'Зуев\t\t\t'],
  directions: ['carrier\tfrom\tto\tbody', 'Волков\t524901\tКазань\ttent'],
  offers: ['carrier\tfrom\tto\tbody\trate\tvat\tat', 'Зуев\tг. Москва\t551487\t\t85000.50\t5\t2026-01-02T03:04:05Z'],
  orders: ['carrier\tfrom\tto\tbody\trate\tvat\tat', 'Ёлкин\t-1\t551487\ttent\t\t\t2026-01-03T00:00:00.000Z'],
}

function write(changes: Partial<typeof FILES> = {}, newline = '\n'): void {
  for (const [name, lines] of Object.entries({ ...FILES, ...changes }))
    writeFileSync(join(folder, `${name}.tsv`), lines.join(newline) + newline)
}

test('a portal’s past is read: ids and texts of places, unknowns, and a carrier whom only an order names', () => {
  write()
  const { history, skipped } = readHistory(folder, gazetteer)
  expect(skipped).toEqual([])
  expect(history.carriers).toEqual([
    { code: 'Волков', inBase: true, bodies: ['tent', 'reefer'], capacityT: 20, volumeM3: 82.5 },
    { code: 'Зуев', inBase: true, bodies: [], capacityT: null, volumeM3: null },
    { code: 'Ёлкин', inBase: false, bodies: [], capacityT: null, volumeM3: null },
  ])
  expect(history.directions).toEqual([{ carrier: 0, fromPlaceId: 524901, toPlaceId: 551487, body: 'tent' }])
  expect(history.offers.at(0)).toEqual({
    carrier: 1,
    fromPlaceId: 524901,
    toPlaceId: 551487,
    body: null,
    rateMinor: 8_500_050,
    vat: '5',
    atMs: Date.parse('2026-01-02T03:04:05Z'),
  })
  expect(history.orders.at(0)).toMatchObject({ carrier: 2, fromPlaceId: -1, rateMinor: null, vat: null })
})

test('a file written on Windows reads the same', () => {
  write({}, '\r\n')
  const { history, skipped } = readHistory(folder, gazetteer)
  expect(skipped).toEqual([])
  expect(history.offers.length + history.orders.length).toBe(2)
})

test('every kind of bad row is left out and told of with its line, and the good ones between them stay', () => {
  const good = 'Волков\t524901\t551487\ttent\t85000\t20\t2026-01-02T03:04:05Z'
  const bad = [
    '\t524901\t551487\ttent\t85000\t20\t2026-01-02T03:04:05Z',
    'Волков\t31337\t551487\ttent\t85000\t20\t2026-01-02T03:04:05Z',
    'Волков\t524901\t\ttent\t85000\t20\t2026-01-02T03:04:05Z',
    'Волков\t524901\t551487\trocket\t85000\t20\t2026-01-02T03:04:05Z',
    'Волков\t524901\t551487\ttent\t85 000\t20\t2026-01-02T03:04:05Z',
    'Волков\t524901\t551487\ttent\t85000,5\t20\t2026-01-02T03:04:05Z',
    'Волков\t524901\t551487\ttent\t85000\t18\t2026-01-02T03:04:05Z',
    'Волков\t524901\t551487\ttent\t85000\t20\t02.01.2026',
    'Волков\t524901\t551487\ttent\t85000\t20\t2026-02-31T00:00:00Z',
    'Волков\t524901\t551487\ttent\t85000\t20\t2026-01-02T03:04:05+03:00',
    'Волков\t524901\t551487\ttent\t85000\t20',
    `${good}\t`,
  ]
  write({ offers: [FILES.offers[0]!, ...bad.flatMap((row) => [good, row]), '', good] })
  const { history, skipped } = readHistory(folder, gazetteer)
  expect(history.offers.length).toBe(bad.length + 1)
  expect(skipped.map(({ file, line }) => [file, line])).toEqual(bad.map((_, at) => ['offers.tsv', 3 + 2 * at]))
})

test('a carrier told of twice is told of once', () => {
  write({ carriers: [...FILES.carriers, 'Волков\tvan\t5\t30'] })
  const { history, skipped } = readHistory(folder, gazetteer)
  expect(history.carriers[0]!.bodies).toEqual(['tent', 'reefer'])
  expect(skipped).toEqual([{ file: 'carriers.tsv', line: 4, why: 'carrier "Волков" again' }])
})

test('a folder without one of its files, or with another header, is refused in words', () => {
  expect(() => readHistory(folder, gazetteer)).toThrow(EvalInputError)
  write({ orders: ['carrier\tfrom\tto'] })
  expect(() => readHistory(folder, gazetteer)).toThrow(/orders\.tsv: the header must be carrier, from, to, body/)
})
