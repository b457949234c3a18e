import { accessDenied, wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { fieldTypes } from '../rules/user-field-types.ts'

export const method: Method = {
  scope: 'placement',
  appOnly: wrongAuthType,
  adminOnly: () => accessDenied('Access denied!', 403),
  run({ portal }) {
    const result = fieldTypes(portal.state).map(({ code, handler, title, description }) => ({
      USER_TYPE_ID: code,
      HANDLER: handler,
      TITLE: title,
      DESCRIPTION: description,
    }))
    return { result, total: result.length }
  },
}
