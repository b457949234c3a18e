import { checkOwner, commentChanged, readEntityType, readFiles } from '../rules/comments.ts'
import { missingParameter } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, requiredMap, toInteger, toText } from '../rules/params.ts'

/** The parameter is `fields` in lower case and nothing else, unlike the other older methods. */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const { portal } = call
    const fields = requiredMap(call.params, 'fields')
    const entityId = toInteger(anyCase(fields, 'ENTITY_ID'))
    if (entityId === null) throw missingParameter('ENTITY_ID')
    const text = toText(anyCase(fields, 'COMMENT'))
    if (text.trim() === '') throw missingParameter('COMMENT')
    const entityTypeId = readEntityType(call, anyCase(fields, 'ENTITY_TYPE'))
    checkOwner(call, entityTypeId, entityId, 'read')
    const comment = {
      id: portal.state.meta.nextId('comment'),
      entityTypeId,
      entityId,
      authorId: call.caller.userId,
      created: Math.floor(portal.now() / 1000),
      text,
      files: readFiles(call, anyCase(fields, 'FILES')),
    }
    portal.state.comments.save(comment)
    commentChanged(call, 'add', comment)
    return { result: comment.id }
  },
}
