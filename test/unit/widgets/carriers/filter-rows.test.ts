import { expect, test } from 'vitest'
import { countBodies, countSources, filterRows, NO_FILTER } from '../../../../widgets/carriers/filter-rows.ts'
import { suitableCarriers } from '../../../support/widget-fixture/carriers.ts'

const rows = suitableCarriers(new Date('2025-11-23T09:00:00Z'))
const names = (text: string) => filterRows(rows, { ...NO_FILTER, text }).map((row) => row.companyId)

test('a search finds by name, whatever the case, the quotes and the hyphen', () => {
  expect(names('волга транс')).toEqual([501])
  expect(names('ВОЛГА-')).toEqual([501])
  expect(names('ооо волга')).toEqual([501])
  expect(names('  кузнецова ')).toEqual([506])
})

test('a search finds by the end of a phone, however much of the number is typed', () => {
  expect(names('42')).toEqual([501])
  expect(names('34 42')).toEqual([501])
  expect(names('+7 917 123-45-42')).toEqual([501])
  expect(names('2')).toEqual([501])
})

test('a search finds by the city where a truck is or will be', () => {
  expect(names('подольск')).toEqual([501])
  expect(names('домодедово')).toEqual([503])
})

test('sources widen each other, a source and a text narrow', () => {
  const filter = { ...NO_FILTER, sources: ['base' as const] }
  expect(filterRows(rows, filter).map((row) => row.companyId)).toEqual([501, 503, 506, 507])
  expect(filterRows(rows, { ...filter, sources: ['base', 'orders'] }).length).toBe(7)
  expect(filterRows(rows, { ...filter, text: 'магистраль' }).map((row) => row.companyId)).toEqual([503])
})

test('a carrier whose truck nobody described is not hidden by a body', () => {
  const found = filterRows(rows, { ...NO_FILTER, bodies: ['jumbo'] }).map((row) => row.companyId)
  expect(found).toEqual([505, 506])
})

test('chips count carriers, not records', () => {
  expect(countSources(rows)).toEqual({ base: 4, offers: 5, orders: 5, running: 0 })
  expect(countBodies(rows)[0]).toEqual({ body: 'tent', count: 4 })
})
