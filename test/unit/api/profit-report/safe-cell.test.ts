import { expect, test } from 'vitest'
import { safeCell } from '../../../../server/api/profit-report/safe-cell.ts'

test.each(['=1+1', '+7900', '-2', '@SUM(A1)', ' =cmd', '\t=1', '\r=1'])(
  '%j becomes text that no sheet evaluates',
  (name) => {
    expect(safeCell(name)).toBe(`'${name}`)
  },
)

test.each(['ООО «Ромашка»', 'Москва — Казань', ''])('%j stays as it is', (name) => {
  expect(safeCell(name)).toBe(name)
})
