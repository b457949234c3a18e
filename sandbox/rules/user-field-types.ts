import type { Placement } from '../state/placements.ts'
import type { State } from '../state/state.ts'
import { RestError } from './errors.ts'
import { checkHandler } from './handler-url.ts'
import type { Call } from './method.ts'
import { anyCase, toInteger, toMap, toText, type Params } from './params.ts'

/** The application's number on this portal, as `app.info` tells it. */
export const APP_ID = 1
/** Where the handlers of an application's field types are kept: a place of their own that nobody binds directly. */
const PLACE = 'USERFIELD_TYPE'
const LONGEST_CODE = 50

/** A type of user fields that the application draws. */
export interface UserFieldType {
  placementId: number
  /** As the application names it: `freight`. */
  code: string
  /** As fields name it: `rest_1_freight`. */
  fullCode: string
  handler: string
  title: string
  description: string
  /** px; 0: the usual height. */
  height: number
}

/** The application's field types, the newest first. */
export function fieldTypes(state: State): UserFieldType[] {
  return state.placements
    .list()
    .filter((placement) => placement.code === PLACE)
    .map(typeOf)
    .toReversed()
}

function typeOf({ id, handler, title, description, options }: Placement): UserFieldType {
  const code = toText(options['USER_TYPE_ID'])
  const height = toInteger(options['height']) ?? 0
  return { placementId: id, code, fullCode: fullCode(code), handler, title, description, height }
}

const fullCode = (code: string): string => `rest_${APP_ID}_${code}`

export function isFieldType(state: State, fullCodeOfField: string): boolean {
  return fieldTypes(state).some((type) => type.fullCode === fullCodeOfField)
}

/** The type a call names. Throws where the code is missing or unknown. */
export function namedType({ params, portal }: Call): UserFieldType {
  const code = requiredText(params, 'USER_TYPE_ID')
  const found = fieldTypes(portal.state).find((type) => type.code === code)
  if (!found) throw new RestError(400, 'ERROR_NOT_FOUND', 'User Field Type not found')
  return found
}

/** A type as a call describes it; what the call leaves out stays as `before`. */
export function readType({ params, portal }: Call, before: UserFieldType | null): Omit<UserFieldType, 'placementId'> {
  const code = requiredText(params, 'USER_TYPE_ID')
  if (!/^[a-z0-9_]+$/.test(code) || fullCode(code).length > LONGEST_CODE)
    throw new RestError(400, 'ERROR_ARGUMENT', 'Wrong USER_TYPE_ID', { argument: 'USER_TYPE_ID' })
  const handler = checkHandler(requiredText(params, 'HANDLER'))
  const isTaken = fieldTypes(portal.state).some((type) => type.handler === handler && type.code !== before?.code)
  if (isTaken || (!before && isFieldType(portal.state, fullCode(code))))
    throw new RestError(400, 'ERROR_CORE', 'Unable to set placement handler: Handler already binded')
  const description = anyCase(params, 'DESCRIPTION')
  const options = anyCase(params, 'OPTIONS')
  return {
    code,
    fullCode: fullCode(code),
    handler,
    title: before ? requiredText(params, 'TITLE') : toText(anyCase(params, 'TITLE')),
    description: description === undefined ? (before?.description ?? '') : toText(description),
    height: options === undefined ? (before?.height ?? 0) : Math.max(0, toInteger(toMap(options)['height']) ?? 0),
  }
}

export function saveType(call: Call, type: Omit<UserFieldType, 'placementId'>, id: number): void {
  const { state } = call.portal
  const { code, handler, title, description, height } = type
  state.placements.remove(id)
  const options = { USER_TYPE_ID: code, ...(height > 0 ? { height } : {}) }
  state.placements.add({ id, code: PLACE, handler, userId: 0, title, description, languages: {}, options })
  call.portal.announce({ kind: 'app' })
}

function requiredText(params: Params, name: string): string {
  const value = toText(anyCase(params, name)).trim()
  if (value === '')
    throw new RestError(400, 'ERROR_ARGUMENT', `Argument '${name}' is null or empty`, { argument: name })
  return value
}
