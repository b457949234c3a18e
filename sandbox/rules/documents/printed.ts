import { withoutCode } from '../errors.ts'
import { checkCrm } from '../crm-access.ts'
import type { PrintedDocument } from '../../state/documents.ts'
import { mayTouch } from '../cards.ts'
import type { Call } from '../method.ts'
import { requiredId, toInteger, toMap, toText, type Params } from '../params.ts'
import { tell } from '../tell.ts'
import { formatInstant } from '../time.ts'
import { accessError, plainError } from './templates.ts'

/** The document named by `id`, for one who may read or change its card. */
export function documentOf(call: Call, action: 'read' | 'write'): PrintedDocument {
  checkCrm(call, () => withoutCode(`You do not have permissions to ${action === 'read' ? 'view' : 'modify'} documents`))
  const document = call.portal.state.documents.printed.get(requiredId(call.params, 'id'))
  if (!document) throw plainError('Document not found')
  if (!mayTouch(call, { entityTypeId: document.entityTypeId, id: document.entityId }, action)) throw accessError()
  return document
}

export function documentChanged(call: Call, action: 'ADD' | 'UPDATE' | 'DELETE', document: PrintedDocument): void {
  tell(call, `ONCRMDOCUMENTGENERATORDOCUMENT${action}`, {
    FIELDS: { ID: document.id, ENTITY_TYPE_ID: document.entityTypeId, ENTITY_ID: document.entityId },
  })
  call.portal.announce({
    kind: 'timeline',
    cards: [{ entityTypeId: document.entityTypeId, id: document.entityId }],
  })
}

/** Placeholders and their values, as the caller gave them. */
export const valuesOf = (params: Params): Params => toMap(params['values'])

export const stampsOf = (params: Params, was: boolean): boolean =>
  params['stampsEnabled'] === undefined ? was : toInteger(params['stampsEnabled']) === 1

const link = (call: Call, kind: string, id: number): string =>
  `${call.portal.url}/bitrix/services/main/ajax.php?action=documentgenerator.document.${kind}&id=${id}`

const publicUrl = (call: Call, document: PrintedDocument): string | null =>
  document.isPublic ? `${call.portal.url}/~${document.publicCode}` : null

/** `isNew`: right after it is made some numbers are numbers. */
export function printDocument(call: Call, document: PrintedDocument, isNew = false): Record<string, unknown> {
  const number = (value: number): number | string => (isNew ? value : String(value))
  const item = call.portal.state.items.get(document.entityTypeId, document.entityId)
  return {
    changeStampsEnabled: true,
    changeStampsDisabledReason: '',
    changeQrCodeEnabled: false,
    qrCodeEnabled: false,
    changeQrCodeDisabledReason: 'No code in the template',
    products: {
      currencyId: toText(item?.values['currencyId']) || 'RUB',
      totalSum: toText(item?.values['opportunity']) || '0',
      totalRows: 0,
    },
    ...links(call, document),
    publicUrl: publicUrl(call, document),
    id: number(document.id),
    title: document.title,
    number: document.number,
    createTime: formatInstant(document.created),
    createdBy: number(document.createdBy),
    updateTime: formatInstant(document.updated),
    updatedBy: document.updatedBy,
    stampsEnabled: document.withStamps,
    isTransformationError: false,
    values: values(document),
    templateId: String(document.templateId),
    pullTag: `TRANSFORMDOCUMENT${document.id}`,
    emailDiskFile: document.id,
    entityId: String(document.entityId),
    entityTypeId: String(document.entityTypeId),
  }
}

function links(call: Call, { id }: PrintedDocument): Record<string, string> {
  const [download, pdf, image] = ['download', 'pdf', 'image'].map((kind) => link(call, kind, id))
  return {
    downloadUrl: download ?? '',
    downloadUrlMachine: download ?? '',
    pdfUrl: pdf ?? '',
    pdfUrlMachine: pdf ?? '',
    imageUrl: image ?? '',
    imageUrlMachine: image ?? '',
  }
}

const values = (document: PrintedDocument): Params => ({
  productsTableVariant: '',
  _creationMethod: 'rest',
  stampsEnabled: document.withStamps,
  DocumentNumber: document.number,
  ...document.values,
})

/** A document as a list shows it. */
export function printListed(call: Call, document: PrintedDocument): Record<string, unknown> {
  return {
    id: String(document.id),
    title: document.title,
    number: document.number,
    templateId: String(document.templateId),
    fileId: String(document.id),
    imageId: String(document.id),
    pdfId: String(document.id),
    createTime: formatInstant(document.created),
    updateTime: formatInstant(document.updated),
    values: values(document),
    createdBy: String(document.createdBy),
    updatedBy: document.updatedBy === null ? null : String(document.updatedBy),
    ...links(call, document),
    stampsEnabled: document.withStamps,
    entityId: String(document.entityId),
    entityTypeId: String(document.entityTypeId),
  }
}
