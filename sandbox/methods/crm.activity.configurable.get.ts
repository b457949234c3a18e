import { wrongContext } from '../rules/activities/access.ts'
import { configurableActivity, printConfigurable } from '../rules/activities/configurable.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  appOnly: wrongContext,
  run: (call) => ({ result: { activity: printConfigurable(configurableActivity(call, 'read')) } }),
}
