import { boundCards, namesItsCard } from '../rules/timeline/bindings.ts'
import { RestError } from '../rules/errors.ts'
import { commentChanged, ownComment } from '../rules/comments.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const comment = ownComment(call)
    if (!namesItsCard(call, comment) && boundCards(call.portal.state, comment).length > 1)
      throw new RestError(400, 'MULTIPLE_BINDINGS', 'Element has bindings to multiple entities')
    call.portal.state.comments.remove(comment.id)
    commentChanged(call, 'delete', comment)
    return { result: null }
  },
}
