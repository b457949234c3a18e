import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger, toText } from '../rules/params.ts'

/** By id a user removes his own notification; by tag an application removes it from everyone. */
export const method: Method = {
  scope: 'im',
  isWrite: true,
  run({ portal, caller, params }) {
    const id = toInteger(anyCase(params, 'ID'))
    const tag = toText(anyCase(params, 'TAG'))
    const subTag = toText(anyCase(params, 'SUB_TAG'))
    if (id === null && tag === '' && subTag === '') throw new RestError(400, 'PARAMS_ERROR', 'Incorrect params')
    // By a tag an application removes its own: a webhook has to say whose they are.
    if (id === null && caller.kind === 'webhook' && toText(anyCase(params, 'CLIENT_ID')) === '')
      throw new RestError(403, 'ACCESS_DENIED', 'Access denied! Client ID not specified')
    const doomed = portal.state.notifications
      .list()
      .filter((row) =>
        id === null ? (tag === '' || row.tag === tag) && (subTag === '' || row.subTag === subTag) : row.id === id,
      )
    if (id !== null && doomed.some((row) => row.userId !== caller.userId && row.authorId !== caller.userId))
      throw new RestError(403, 'ACCESS_DENIED', 'Access denied')
    for (const row of doomed) {
      portal.state.notifications.remove(row.id)
      portal.announce({ kind: 'notification', userId: row.userId, id: row.id })
    }
    return { result: doomed.length > 0 }
  },
}
