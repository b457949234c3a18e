import type { Method } from '../rules/method.ts'
import { crmModule, userFieldOf } from '../rules/user-field-access.ts'
import { printUserField } from '../rules/user-field-print.ts'

export const method: Method = {
  scope: 'userfieldconfig',
  run(call) {
    crmModule(call)
    const field = userFieldOf(call, 'You do not have permission to view user field settings')
    return { result: { field: printUserField(field, true) } }
  },
}
