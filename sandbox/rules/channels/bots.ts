import { isForeign } from '../own-application.ts'
import type { Bot } from '../../state/channels.ts'
import { RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { anyCase, toInteger, toText, type Params } from '../params.ts'

/** The bot that `BOT_ID` names; the only one where none is named. */
export function botOf(call: Call): Bot {
  const { bots } = call.portal.state.channels
  const id = toInteger(anyCase(call.params, 'BOT_ID'))
  const all = bots.list()
  const found = id === null ? (all.length === 1 ? all[0] : undefined) : bots.marked(`user/${id}`)[0]
  if (!found) throw new RestError(400, 'BOT_ID_ERROR', 'Bot not found')
  if (isForeign(call.caller, found.clientId))
    throw new RestError(400, 'APP_ID_ERROR', 'Bot was installed by another REST application')
  return found
}

/** A bot becomes a person of the portal. Answers his number. */
export function addBotPerson(call: Call, name: string, properties: Params): number {
  const { portal } = call
  const userId = Math.max(0, ...portal.users.list().map((person) => person.id)) + 1
  const own = (one: string, other: string): string => toText(properties[one] ?? anyCase(properties, other))
  portal.state.people.addPerson({
    id: userId,
    name,
    lastName: own('lastName', 'LAST_NAME'),
    secondName: '',
    email: '',
    workPosition: own('workPosition', 'WORK_POSITION'),
    departmentIds: [],
    isAdmin: false,
    active: true,
    phoneInner: null,
    gender: '',
  })
  return userId
}

/** A handler's address; the general one stands in for those that are not given. */
export function botHandler(call: Call, name: string, code: string): string {
  const address = toText(anyCase(call.params, name)) || toText(anyCase(call.params, 'EVENT_HANDLER'))
  if (address === '') throw new RestError(400, code, "Handler isn't specified")
  if (!/^https?:\/\/[^/]+\./i.test(address)) throw new RestError(400, code, 'Wrong handler URL')
  return address
}

/** A handler that need not be given; the general one stands in for it. */
export function optionalHandler(call: Call, name: string): string {
  const isGiven = toText(anyCase(call.params, name)) !== '' || toText(anyCase(call.params, 'EVENT_HANDLER')) !== ''
  return isGiven ? botHandler(call, name, `${name}_ERROR`) : ''
}
