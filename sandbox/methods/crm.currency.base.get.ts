import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  run({ portal }) {
    const base = portal.state.currencies.list().find((currency) => currency.isBase)
    if (!base) throw new RestError(400, 'ERROR_UNEXPECTED_ANSWER', 'The portal has no base currency')
    return { result: base.code }
  },
}
