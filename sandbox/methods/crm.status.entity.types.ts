import { dictionaryTypes } from '../rules/dictionary-types.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  run({ portal }) {
    const result = dictionaryTypes(portal)
    return { result, rows: result.length }
  },
}
