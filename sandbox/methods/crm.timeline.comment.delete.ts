import { commentChanged, ownComment } from '../rules/comments.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const comment = ownComment(call)
    call.portal.state.comments.remove(comment.id)
    commentChanged(call, 'delete', comment)
    return { result: null }
  },
}
