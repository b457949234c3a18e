import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { schemaChanged } from '../rules/schema-events.ts'
import { crmModule, userFieldEvent, userFieldOf } from '../rules/user-field-access.ts'

const refusal = 'You cannot delete the user field'

export const method: Method = {
  scope: 'userfieldconfig',
  isWrite: true,
  adminOnly: () => withoutCode(refusal),
  run(call) {
    crmModule(call)
    const field = userFieldOf(call, refusal)
    call.portal.state.userFields.remove(field.id)
    const subject = { ID: field.id, ENTITY_ID: field.entityId, FIELD_NAME: field.fieldName }
    schemaChanged(call, userFieldEvent(field.entityId, 'DELETE'), subject)
    return { result: null }
  },
}
