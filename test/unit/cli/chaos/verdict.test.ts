import { expect, test } from 'vitest'
import type { AcceptedPress } from '../../../../cli/chaos/press.ts'
import { judge } from '../../../../cli/chaos/verdict.ts'

const press = (mark: string, sentAt: number, heardAt: number): AcceptedPress => ({
  key: `key of ${mark}`,
  kind: 'company',
  sentAt,
  heardAt,
  traces: [{ subject: 'company 12', mark, step: 0 }],
})
const presses = [press('first', 0, 10), press('second', 20, 30), press('beside the second', 25, 40)]
const verdictOf = (marks: string[], dropped: string[] = []) =>
  judge(presses, new Map([['company 12', marks]]), new Set(dropped))

test('everything accepted stands once and in order: nothing is held against the server', () => {
  const clean = { lost: [], doubled: [], reordered: [], ghosts: [] }
  expect(verdictOf(['first', 'second', 'beside the second'])).toEqual(clean)
  // Two presses under way at the same time have no order of their own; what others wrote is nobody's fault.
  expect(verdictOf(['first', 'beside the second', 'written by hand', 'second'])).toEqual(clean)
})

test('what the portal does not show was lost, and what it shows twice was doubled', () => {
  expect(verdictOf(['first', 'second'])).toMatchObject({ lost: ['company 12: beside the second'] })
  expect(verdictOf(['first', 'second', 'beside the second', 'second'])).toMatchObject({
    doubled: ['company 12: second'],
  })
})

test('what came after something pressed later is out of order', () => {
  expect(verdictOf(['second', 'first', 'beside the second']).reordered).toEqual(['company 12: second'])
})

test('what was given up in plain sight must not stand in the portal', () => {
  const dropped = ['key of second 0']
  expect(verdictOf(['first', 'beside the second'], dropped)).toMatchObject({ lost: [], ghosts: [] })
  expect(verdictOf(['first', 'second', 'beside the second'], dropped).ghosts).toEqual(['company 12: second'])
})
