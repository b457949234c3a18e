import { accessDenied, RestError, wrongAuthType } from '../rules/errors.ts'
import { checkHandler } from '../rules/handler-url.ts'
import type { Call, Method } from '../rules/method.ts'
import { anyCase, toInteger, toMap, toText, type Params } from '../rules/params.ts'
import { isSingle, knownOptions, placementCodes } from '../rules/placement-codes.ts'
import type { PlacementTexts } from '../state/placements.ts'

export const method: Method = {
  scope: 'placement',
  isWrite: true,
  appOnly: wrongAuthType,
  adminOnly: () => accessDenied('Access denied!', 403),
  run(call) {
    const { portal, params } = call
    const code = argument(params, 'PLACEMENT').toUpperCase()
    const handler = checkHandler(argument(params, 'HANDLER'))
    checkCode(call, code)
    const bound = portal.state.placements.list().filter((placement) => placement.code === code)
    if (bound.some((placement) => placement.handler === handler))
      throw new RestError(400, 'ERROR_CORE', 'Unable to set placement handler: Handler already binded')
    if (isSingle(code) && bound.length > 0) throw new RestError(200, 'ERROR_PLACEMENT_MAX_COUNT', 'Placement max count')
    const texts = textsOf(params)
    const options = readOptions(code, toMap(anyCase(params, 'OPTIONS')))
    if (code === 'PAGE_BACKGROUND_WORKER' && toText(options['errorHandlerUrl']) === '')
      throw new RestError(200, 'EMPTY_ERROR_HANDLER_URL', 'errorHandlerUrl is empty')
    const userId = toInteger(anyCase(params, 'USER_ID')) ?? 0
    if (userId !== 0 && code !== 'PAGE_BACKGROUND_WORKER')
      throw new RestError(200, 'ERROR_PLACEMENT_USER_MODE', 'User mode is not available')
    portal.state.placements.add({
      id: portal.state.meta.nextId('placement'),
      code,
      handler,
      userId,
      title: texts.TITLE,
      description: texts.DESCRIPTION,
      languages: readLanguages(anyCase(params, 'LANG_ALL')) ?? { [portal.language]: { ...texts } },
      options,
    })
    portal.announce({ kind: 'app' })
    return { result: true }
  },
}

function argument(params: Params, name: string): string {
  const value = toText(anyCase(params, name)).trim()
  if (value === '')
    throw new RestError(400, 'ERROR_ARGUMENT', `Argument '${name}' is null or empty`, { argument: name })
  return value
}

/** A place whose own scope the application lacks does not exist for it. */
function checkCode(call: Call, code: string): void {
  const scope = placementCodes(call.portal).get(code)
  const isInScope = scope === '' || call.caller.kind !== 'app' || call.caller.scope.includes(scope ?? '')
  if (scope === undefined || !isInScope) throw new RestError(400, 'ERROR_PLACEMENT_NOT_FOUND', 'Placement not found')
}

function readOptions(code: string, options: Params): Params {
  const known = knownOptions(code)
  return Object.fromEntries(Object.entries(options).filter(([name]) => known.includes(name)))
}

const TEXTS = ['TITLE', 'DESCRIPTION', 'GROUP_NAME'] as const

function textsOf(raw: Params): Record<(typeof TEXTS)[number], string> {
  const [title, description, group] = TEXTS.map((name) => toText(anyCase(raw, name)))
  return { TITLE: title ?? '', DESCRIPTION: description ?? '', GROUP_NAME: group ?? '' }
}

/** Null where no language is given: then the plain texts are those of the portal's own language. */
function readLanguages(raw: unknown): PlacementTexts | null {
  const languages = Object.entries(toMap(raw)).map(([language, texts]) => [language, { ...textsOf(toMap(texts)) }])
  return languages.length === 0 ? null : (Object.fromEntries(languages) as PlacementTexts)
}
