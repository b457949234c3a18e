import { wrongAuthType } from '../rules/errors.ts'
import { checkHandler } from '../rules/handler-url.ts'
import type { Call, Method } from '../rules/method.ts'
import { anyCase, isYes, toMap, toText } from '../rules/params.ts'

/** What is missing is told inside a successful answer. */
export const method: Method = {
  scope: 'imopenlines',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    const { params, portal } = call
    const refusal = missing(call)
    if (refusal) return { result: { result: false, error: refusal[0], error_description: refusal[1] } }
    const code = toText(anyCase(params, 'ID')).toLowerCase()
    const { connectors } = portal.state.channels
    const fields = {
      code,
      name: toText(anyCase(params, 'NAME')),
      placementHandler: checkHandler(toText(anyCase(params, 'PLACEMENT_HANDLER'))),
      isGroup: isYes(anyCase(params, 'CHAT_GROUP')),
    }
    const [known] = connectors.marked(code)
    if (known) connectors.save({ ...known, ...fields })
    else connectors.add(fields)
    return { result: { result: true } }
  },
}

function missing({ params }: Call): [code: string, description: string] | null {
  const text = (name: string): string => toText(anyCase(params, name)).trim()
  const id = text('ID')
  if (id === '') return ['CONNECTOR_ID_REQUIRED', 'Connector ID is not specified']
  if (id.includes('.'))
    return [
      'APPLICATION_REGISTRATION_ERROR_POINT',
      'Application registration error. Using a dot in the connector identifier is not allowed',
    ]
  if (!/^[a-z0-9_]+$/i.test(id))
    return ['GENERAL_CONNECTOR_REGISTRATION_ERROR', 'General connector registration error: the identifier is invalid']
  if (text('NAME') === '') return ['NAME_REQUIRED', 'Connector name is not specified']
  if (toText(anyCase(toMap(anyCase(params, 'ICON')), 'DATA_IMAGE')) === '')
    return ['ICON_REQUIRED', 'Connector icon is not specified']
  return text('PLACEMENT_HANDLER') === '' ? ['NO_PLACEMENT_HANDLER', 'Placement handler is not specified'] : null
}
