import type { Program, ProgramProperty } from '../../state/automation.ts'
import { checkHandler } from '../handler-url.ts'
import type { Call } from '../method.ts'
import { anyCase, isYes, toInteger, toMap, toText, type Params } from '../params.ts'
import { asList } from '../values.ts'
import { invalidProgram } from './refusals.ts'

type ProgramFields = Omit<Program, 'id' | 'kind' | 'code'>

/** The code of a robot or an action, or why it cannot be one. */
export function readCode(params: Params): string {
  const code = toText(anyCase(params, 'CODE'))
  if (code === '') throw invalidProgram('Empty activity code!')
  if (!/^[a-z0-9.\-_]+$/i.test(code)) throw invalidProgram('Wrong activity code!')
  return code
}

/** Takes what the caller has named over `before`. Throws in the module's words for what a program cannot be. */
export function readProgram(call: Call, before: ProgramFields, params: Params): ProgramFields {
  const next = { ...before }
  const has = (name: string): boolean => anyCase(params, name) !== undefined
  const text = (name: string): string => toText(anyCase(params, name))
  if (has('HANDLER')) next.handler = checkHandler(text('HANDLER'))
  if (has('AUTH_USER_ID')) next.authUserId = knownUser(call, anyCase(params, 'AUTH_USER_ID'))
  if (has('USE_SUBSCRIPTION')) next.isFireAndForget = text('USE_SUBSCRIPTION') === 'N'
  if (has('NAME')) next.name = anyCase(params, 'NAME')
  if (has('DESCRIPTION')) next.description = anyCase(params, 'DESCRIPTION')
  if (has('PROPERTIES')) next.properties = readProperties(anyCase(params, 'PROPERTIES'))
  if (has('RETURN_PROPERTIES')) next.returnProperties = readProperties(anyCase(params, 'RETURN_PROPERTIES'))
  if (has('DOCUMENT_TYPE')) next.documentType = readDocumentType(anyCase(params, 'DOCUMENT_TYPE'))
  if (has('FILTER')) next.filter = readFilter(anyCase(params, 'FILTER'))
  if (has('USE_PLACEMENT'))
    next.placementHandler = isYes(anyCase(params, 'USE_PLACEMENT')) ? checkHandler(text('PLACEMENT_HANDLER')) : null
  if (isEmptyName(next.name)) throw invalidProgram('Empty activity NAME!')
  return next
}

export const emptyProgram: ProgramFields = {
  handler: '',
  authUserId: 0,
  isFireAndForget: false,
  name: '',
  description: '',
  properties: {},
  returnProperties: {},
  documentType: null,
  filter: null,
  placementHandler: null,
}

function knownUser(call: Call, raw: unknown): number {
  const id = toInteger(raw) ?? 0
  return call.portal.users.get(id) ? id : 0
}

/** A name is a text, or a map of texts by language that has any. */
const isEmptyName = (name: unknown): boolean =>
  typeof name === 'object' && name !== null ? asList(name).every((one) => toText(one) === '') : toText(name) === ''

function readProperties(raw: unknown): Record<string, ProgramProperty> {
  if (raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0)) return {}
  if (typeof raw !== 'object' || Array.isArray(raw)) throw invalidProgram('Wrong properties array!')
  const entries = Object.entries(raw).map(([key, property]): [string, ProgramProperty] => {
    if (!/^[a-z][a-z0-9_]*$/i.test(key)) throw invalidProgram(`Wrong property key ${key.slice(0, 40)}!`)
    const fields = toMap(property)
    const name = anyCase(fields, 'Name')
    if (isEmptyName(name)) throw invalidProgram(`Empty property NAME ${key}!`)
    return [
      key,
      {
        name,
        type: toText(anyCase(fields, 'Type')) || 'string',
        isRequired: isYes(anyCase(fields, 'Required')),
        isMultiple: isYes(anyCase(fields, 'Multiple')),
        preset: anyCase(fields, 'Default') ?? '',
      },
    ]
  })
  return Object.fromEntries(entries)
}

function readDocumentType(raw: unknown): string[] | null {
  const parts = asList(raw).map(toText)
  if (parts.length === 0) return null
  if (parts.length !== 3 || parts.includes('')) throw invalidProgram('Wrong activity DOCUMENT_TYPE!')
  return parts
}

function readFilter(raw: unknown): unknown {
  if (raw === null || raw === '') return null
  const isKnown = Object.keys(toMap(raw)).every((key) => ['INCLUDE', 'EXCLUDE'].includes(key.toUpperCase()))
  if (typeof raw !== 'object' || !isKnown) throw invalidProgram('Wrong activity FILTER!')
  return raw
}
