import { RestError } from '../rules/errors.ts'
import { mayTouch } from '../rules/cards.ts'
import { documentChanged, printDocument, stampsOf, valuesOf } from '../rules/documents/printed.ts'
import { accessError, plainError } from '../rules/documents/templates.ts'
import type { Method } from '../rules/method.ts'
import { requiredId, toMap, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const { portal, params, caller } = call
    const templateId = requiredId(params, 'templateId')
    const entityTypeId = requiredId(params, 'entityTypeId')
    const entityId = requiredId(params, 'entityId')
    const template = portal.state.documents.templates.get(templateId)
    if (!template) throw plainError('Template not found')
    if (!portal.catalogue.of(entityTypeId)) throw plainError('No provider for entityTypeId')
    if (!portal.state.items.exists(entityTypeId, entityId)) throw plainError('Data not found')
    if (!mayTouch(call, { entityTypeId, id: entityId }, 'read')) throw accessError()
    if (portal.state.documents.printed.list().length >= portal.features.documents)
      throw new RestError(400, 'DOCGEN_LIMIT_ERROR', 'Maximum count of documents has been reached')
    const values = valuesOf(params)
    const number = toText(values['DocumentNumber']) || String(portal.state.meta.nextId('documentNumber'))
    const asked = toMap(toMap(params['fields'])['DocumentTitle'])
    const now = Math.floor(portal.now() / 1000)
    const document = portal.state.documents.printed.add({
      templateId,
      entityTypeId,
      entityId,
      title: toText(asked['VALUE'] ?? asked['value']) || `${template.name} ${number}`,
      number,
      values,
      withStamps: stampsOf(params, false),
      isPublic: false,
      publicCode: portal.random(5),
      created: now,
      updated: now,
      createdBy: caller.userId,
      updatedBy: null,
    })
    documentChanged(call, 'ADD', document)
    return { result: { document: printDocument(call, document, true) } }
  },
}
