import { configurable, wrongContext } from '../rules/activities/access.ts'
import { defaultType, readConfigurable } from '../rules/activities/configurable.ts'
import { addActivity } from '../rules/activities/write.ts'
import { cardOf } from '../rules/cards.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  appOnly: wrongContext,
  run(call) {
    const card = cardOf(call, call.params, ['ownerTypeId', 'ownerId'], 'write')
    const fields = readConfigurable(call, null)
    const own = { providerId: configurable, providerTypeId: defaultType }
    return { result: { activity: { id: addActivity(call, card, { ...own, ...fields }).id } } }
  },
}
