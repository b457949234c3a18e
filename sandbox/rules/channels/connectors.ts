import type { Connector } from '../../state/channels.ts'
import { RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { argumentText } from './arguments.ts'

export const noProvider = (): RestError =>
  new RestError(400, 'IMCONNECTOR_NO_CORRECT_PROVIDER', 'Could not find a provider for the connector')

/** The application's own channel that `CONNECTOR` names. */
export function connectorOf(call: Call): Connector {
  const [known] = call.portal.state.channels.connectors.marked(argumentText(call, 'CONNECTOR'))
  if (!known) throw noProvider()
  return known
}

export const isActive = (call: Call, code: string, line: number): boolean =>
  call.portal.state.channels.active.marked(`${code}/${line}`).length > 0
