import { applicationOnly, typeAdmin } from '../rules/activities/types.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  appOnly: applicationOnly,
  adminOnly: typeAdmin,
  run: ({ portal }) => ({
    result: portal.state.activities.types.list().map((type) => ({
      TYPE_ID: type.typeId,
      NAME: type.name,
      ICON_ID: String(type.iconId),
      IS_CONFIGURABLE_TYPE: type.isConfigurable ? 'Y' : 'N',
    })),
  }),
}
