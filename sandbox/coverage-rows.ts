import type { Coverage } from './coverage.ts'

export const full = (method: string): Coverage => ({ method, status: 'full', gap: '' })

export const partial = (method: string, gap: string): Coverage => ({ method, status: 'partial', gap })

/** Methods of one family that are whole: `crm.requisite` with `add`, `get` and so on. */
export const allFull = (family: string, ...names: string[]): Coverage[] =>
  names.map((name) => full(`${family}.${name}`))
