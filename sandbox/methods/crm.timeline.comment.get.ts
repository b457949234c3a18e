import { checkOwner, printComment } from '../rules/comments.ts'
import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCaseId } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    const comment = call.portal.state.comments.get(anyCaseId(call.params))
    if (!comment) throw withoutCode('Not found.')
    checkOwner(call, comment.entityTypeId, comment.entityId, 'read')
    return { result: printComment(comment) }
  },
}
