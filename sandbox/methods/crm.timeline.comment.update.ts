import { namesItsCard } from '../rules/timeline/bindings.ts'
import { commentChanged, ownComment, readFiles } from '../rules/comments.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, requiredMap, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const comment = ownComment(call)
    namesItsCard(call, comment)
    const fields = requiredMap(call.params, 'fields')
    const files = anyCase(fields, 'FILES')
    const updated = {
      ...comment,
      text: toText(anyCase(fields, 'COMMENT')) || comment.text,
      files: files === undefined ? comment.files : readFiles(call, files),
    }
    call.portal.state.comments.save(updated)
    commentChanged(call, 'update', updated)
    return { result: comment.id }
  },
}
