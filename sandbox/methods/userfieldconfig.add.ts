import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { isYes, requiredMap, toText } from '../rules/params.ts'
import { schemaChanged } from '../rules/schema-events.ts'
import { crmModule, isKnownEntity, userFieldEvent, userTypes } from '../rules/user-field-access.ts'
import { printUserField } from '../rules/user-field-print.ts'
import { readChangeable, readElements } from '../rules/user-field-read.ts'
import { isFieldType } from '../rules/user-field-types.ts'

const longest = 50
const refusal = 'You cannot create custom fields'

export const method: Method = {
  scope: 'userfieldconfig',
  isWrite: true,
  adminOnly: () => withoutCode(refusal),
  run(call) {
    crmModule(call)
    const { state } = call.portal
    const row = requiredMap(call.params, 'field')
    const entityId = toText(row['entityId'])
    const fieldName = toText(row['fieldName'])
    const userTypeId = toText(row['userTypeId'])
    if (!isKnownEntity(call, entityId)) throw withoutCode(refusal)
    if (fieldName === '') throw withoutCode("The 'FIELD_NAME' field is not found.")
    if (fieldName.length > longest || !/^[A-Z0-9_]+$/.test(fieldName) || !hasPrefix(fieldName, entityId))
      throw withoutCode(refusal)
    if (!userTypes.has(userTypeId) && !isFieldType(state, userTypeId)) throw withoutCode('The user type is not found.')
    if (state.userFields.list().some((known) => known.entityId === entityId && known.fieldName === fieldName))
      throw withoutCode(`Field ${fieldName} already exists.`)
    const field = readChangeable(row, {
      id: state.meta.nextId('userField'),
      entityId,
      fieldName,
      userTypeId,
      xmlId: null,
      sort: 100,
      multiple: isYes(row['multiple']),
      mandatory: false,
      showFilter: 'N',
      editInList: 'Y',
      isSearchable: 'N',
      settings: {},
      label: {},
      help: {},
      elements: [],
    })
    if (userTypeId === 'enumeration')
      field.elements = readElements(row['enum'], [], () => state.meta.nextId('enum'), call.portal.random)
    state.db.transaction(() => state.userFields.save(field))()
    schemaChanged(call, userFieldEvent(entityId, 'ADD'), { ID: field.id, ENTITY_ID: entityId, FIELD_NAME: fieldName })
    return { result: { field: printUserField(field, true) } }
  },
}

/** UF_CRM_7_… for the smart process of row 7, UF_CRM_DEAL_… for deals. */
const hasPrefix = (fieldName: string, entityId: string): boolean =>
  fieldName.startsWith(`UF_${entityId}_`) && fieldName.length > entityId.length + 'UF__'.length
