import type { Comment } from '../state/comments.ts'
import { accessDenied, invalidArgument, missingParameter, notFound, RestError } from './errors.ts'
import type { Call } from './method.ts'
import { anyCase, anyCaseId, toText } from './params.ts'
import { formatInstant } from './time.ts'
import { asList } from './values.ts'

const nativeNames: Record<string, number> = { lead: 1, deal: 2, contact: 3, company: 4 }

/** `deal` → 2, `dynamic_1036` → 1036. Throws for a type that does not exist. */
export function readEntityType(call: Call, raw: unknown): number {
  const name = toText(raw).toLowerCase()
  const dynamic = /^dynamic_(\d+)$/.exec(name)
  const entityTypeId = dynamic ? Number(dynamic[1]) : nativeNames[name]
  if (entityTypeId === undefined || !call.portal.catalogue.of(entityTypeId))
    throw invalidArgument(`Invalid value of ENTITY_TYPE: ${name.slice(0, 40)}`)
  return entityTypeId
}

export const entityTypeName = (entityTypeId: number): string =>
  Object.keys(nativeNames).find((name) => nativeNames[name] === entityTypeId) ?? `dynamic_${entityTypeId}`

/** Whether the caller may read or change the card the comment stands on. */
export function checkOwner(call: Call, entityTypeId: number, entityId: number, action: 'read' | 'write'): void {
  const owner = call.portal.state.items.get(entityTypeId, entityId)
  if (!owner) throw new RestError(400, 'OWNER_NOT_FOUND', 'Owner was not found')
  if (!call.portal.rights.may(call.caller.userId, entityTypeId, action, Number(owner.values['assignedById'])))
    throw accessDenied()
}

/** The comment, for its author or an administrator. Throws 100 when no id is given. */
export function ownComment(call: Call): Comment {
  if (anyCase(call.params, 'id') === undefined) throw missingParameter('id')
  const comment = call.portal.state.comments.get(anyCaseId(call.params))
  if (!comment) throw notFound('Not found.')
  checkOwner(call, comment.entityTypeId, comment.entityId, 'read')
  if (comment.authorId !== call.caller.userId && !call.portal.rights.isAdmin(call.caller.userId)) throw accessDenied()
  return comment
}

/** Files are kept by name and size only: `["name.pdf", "<base64>"]`. */
export function readFiles(call: Call, raw: unknown): Comment['files'] {
  return asList(raw).map((entry) => {
    const [name, content] = asList(entry).map(toText)
    if (name === undefined || content === undefined) throw invalidArgument('Invalid value of FILES')
    return { id: call.portal.state.meta.nextId('file'), name, size: Buffer.byteLength(content, 'base64') }
  })
}

export function printComment(comment: Comment): Record<string, unknown> {
  const printed: Record<string, unknown> = {
    ID: String(comment.id),
    ENTITY_ID: String(comment.entityId),
    ENTITY_TYPE: entityTypeName(comment.entityTypeId),
    CREATED: formatInstant(comment.created),
    COMMENT: comment.text,
    AUTHOR_ID: String(comment.authorId),
  }
  if (comment.files.length > 0)
    printed['FILES'] = Object.fromEntries(
      comment.files.map((file) => [String(file.id), { id: file.id, name: file.name, size: file.size, type: 'file' }]),
    )
  return printed
}

export function commentChanged(call: Call, action: 'add' | 'update' | 'delete', comment: Comment): void {
  call.portal.events.fire({
    name: `ONCRMTIMELINECOMMENT${action.toUpperCase()}`,
    data: { ID: comment.id },
    userId: call.caller.userId,
    connector: call.request.connector,
  })
  call.portal.announce({
    kind: 'comment',
    action,
    entityTypeId: comment.entityTypeId,
    entityId: comment.entityId,
    id: comment.id,
  })
}
