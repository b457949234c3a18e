import { numerator } from '../rules/documents/templates.ts'
import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  adminOnly: () => withoutCode('You do not have permissions to modify templates'),
  run: () => ({ result: { numerators: [numerator] }, total: 1 }),
}
