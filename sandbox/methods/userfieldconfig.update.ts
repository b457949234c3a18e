import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { optionalMap } from '../rules/params.ts'
import { schemaChanged } from '../rules/schema-events.ts'
import { crmModule, userFieldEvent, userFieldOf } from '../rules/user-field-access.ts'
import { printUserField } from '../rules/user-field-print.ts'
import { readChangeable, readElements } from '../rules/user-field-read.ts'

const refusal = 'You cannot change the settings of the user field'

export const method: Method = {
  scope: 'userfieldconfig',
  isWrite: true,
  adminOnly: () => withoutCode(refusal),
  run(call) {
    crmModule(call)
    const { state } = call.portal
    const row = optionalMap(call.params, 'field')
    const field = readChangeable(row, userFieldOf(call, refusal))
    if (field.userTypeId === 'enumeration' && row['enum'] !== undefined)
      field.elements = readElements(row['enum'], field.elements, () => state.meta.nextId('enum'), call.portal.random)
    state.db.transaction(() => state.userFields.save(field))()
    const subject = { ID: field.id, ENTITY_ID: field.entityId, FIELD_NAME: field.fieldName }
    schemaChanged(call, userFieldEvent(field.entityId, 'UPDATE'), subject)
    if (row['enum'] !== undefined) schemaChanged(call, userFieldEvent(field.entityId, 'SETENUMVALUES'), subject)
    return { result: { field: printUserField(field, true) } }
  },
}
