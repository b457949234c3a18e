import type { Coverage } from './coverage.ts'
import { testsOf } from './coverage-tests.ts'

export const full = (method: string): Coverage => ({ method, status: 'full', testedBy: testsOf(method), gap: '' })

export const partial = (method: string, gap: string): Coverage => ({
  method,
  status: 'partial',
  testedBy: testsOf(method),
  gap,
})

/** Methods of one family that are whole: `crm.requisite` with `add`, `get` and so on. */
export const allFull = (family: string, ...names: string[]): Coverage[] =>
  names.map((name) => full(`${family}.${name}`))
