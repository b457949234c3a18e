import { statusFields } from '../rules/dictionary-fields.ts'
import type { Method } from '../rules/method.ts'
import { describeRecord } from '../rules/records.ts'

export const method: Method = { scope: 'crm', run: () => ({ result: describeRecord(statusFields) }) }
