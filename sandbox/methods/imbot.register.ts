import { applicationOf } from '../rules/own-application.ts'
import { addBotPerson, botHandler, optionalHandler } from '../rules/channels/bots.ts'
import { RestError, wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap, toText } from '../rules/params.ts'

const mostBots = 100

/** The bot becomes a person of the portal; the same code again changes it. */
export const method: Method = {
  scope: 'imbot',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    const { portal, params } = call
    const message = botHandler(call, 'EVENT_MESSAGE_ADD', 'EVENT_MESSAGE_ADD_ERROR')
    const welcome = botHandler(call, 'EVENT_WELCOME_MESSAGE', 'EVENT_WELCOME_MESSAGE_ERROR')
    const removal = botHandler(call, 'EVENT_BOT_DELETE', 'EVENT_BOT_DELETE_ERROR')
    const own = (name: string): string => toText(anyCase(params, name))
    const handlers = {
      message,
      welcome,
      removal,
      update: optionalHandler(call, 'EVENT_MESSAGE_UPDATE'),
      deletion: optionalHandler(call, 'EVENT_MESSAGE_DELETE'),
    }
    const code = own('CODE')
    if (code === '') throw new RestError(400, 'CODE_ERROR', "Bot code isn't specified")
    const properties = toMap(anyCase(params, 'PROPERTIES'))
    const [name, lastName] = ['NAME', 'LAST_NAME'].map((part) => toText(anyCase(properties, part)))
    if (!name && !lastName) throw new RestError(400, 'NAME_ERROR', "Bot name isn't specified")
    const { bots } = portal.state.channels
    const [known] = bots.marked(code)
    if (known) {
      bots.save({ ...known, handlers })
      return { result: known.userId }
    }
    if (bots.list().length >= mostBots)
      throw new RestError(
        400,
        'MAX_COUNT_ERROR',
        `Has reached the maximum number of bots for application (max: ${mostBots})`,
      )
    const userId = addBotPerson(call, name ?? '', properties)
    const clientId = applicationOf(call.caller)
    bots.add({ code, userId, handlers, ...(clientId === undefined ? {} : { clientId }) })
    return { result: userId }
  },
}
