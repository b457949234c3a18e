import type { Template } from '../../state/automation.ts'
import { RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { anyCase, toInteger, toText, type Params } from '../params.ts'
import { formatInstant } from '../time.ts'
import { asList } from '../values.ts'
import { parseDocumentType } from './documents.ts'

const invalid = (text: string): RestError => new RestError(400, 'ERROR_TEMPLATE_VALIDATION_FAILURE', text)

/** Takes the fields the caller has named over `before`. */
export function readTemplate(before: Omit<Template, 'id'>, params: Params): Omit<Template, 'id'> {
  const next = { ...before }
  const has = (name: string): boolean => anyCase(params, name) !== undefined
  if (has('NAME')) next.name = toText(anyCase(params, 'NAME')).trim()
  if (has('DESCRIPTION')) next.description = toText(anyCase(params, 'DESCRIPTION'))
  if (has('AUTO_EXECUTE')) next.autoExecute = toInteger(anyCase(params, 'AUTO_EXECUTE')) ?? -1
  if (next.name === '') throw invalid('Empty template name!')
  if (next.autoExecute < 0 || next.autoExecute > 3) throw invalid('Incorrect field AUTO_EXECUTE!')
  if (has('TEMPLATE_DATA')) checkFile(anyCase(params, 'TEMPLATE_DATA'))
  return next
}

/** The type of card a new template is for. */
export function readTemplateType(params: Params): string[] {
  const type = parseDocumentType(anyCase(params, 'DOCUMENT_TYPE'))
  if (!type) throw invalid('Incorrect field DOCUMENT_TYPE!')
  return type
}

/** A file as name and base64, or base64 alone; what is in it is a closed book here. */
export function checkFile(raw: unknown): void {
  const content = toText(asList(raw).at(-1))
  if (content === '' || !/^[A-Za-z0-9+/=\s]+$/.test(content)) throw invalid('Incorrect field TEMPLATE_DATA!')
}

/** A template of this application that the caller names. */
export function ownTemplate({ portal, params }: Call): Template {
  const template = portal.state.automation.templates.get(toInteger(anyCase(params, 'ID')) ?? 0)
  if (!template) throw new RestError(400, 'ERROR_TEMPLATE_NOT_FOUND', 'Workflow template not found.')
  if (!template.isOfApp)
    throw new RestError(400, 'ERROR_TEMPLATE_NOT_OWNER', 'You can update ONLY templates created by current application')
  return template
}

export const noFieldsToUpdate = (): RestError => invalid('No fields to update.')

export const printTemplate = (template: Template): Record<string, unknown> => ({
  ID: String(template.id),
  MODULE_ID: template.documentType[0],
  ENTITY: template.documentType[1],
  DOCUMENT_TYPE: template.documentType,
  AUTO_EXECUTE: String(template.autoExecute),
  NAME: template.name,
  TEMPLATE: [],
  PARAMETERS: [],
  VARIABLES: [],
  CONSTANTS: [],
  MODIFIED: formatInstant(template.modified),
  IS_MODIFIED: 'N',
  USER_ID: String(template.userId),
  SYSTEM_CODE: template.isOfApp ? 'rest_app_1' : '',
})
