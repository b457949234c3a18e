import { addBotPerson } from '../rules/channels/bots.ts'
import { botRefusal, botToken, printBot, printChatUser } from '../rules/channels/bots-v2.ts'
import type { Call, Method } from '../rules/method.ts'
import { applicationOf, isForeign } from '../rules/own-application.ts'
import { isYes, requiredMap, toMap, toText, type Params } from '../rules/params.ts'
import type { BotV2 } from '../state/channels.ts'

const kinds = ['bot', 'network', 'openline', 'supervisor', 'personal']
const backgrounds = ['azure', 'mint', 'steel', 'slate', 'teal', 'cornflower', 'sky', 'peach', 'frost']
const mostBots = 100
const longestToken = 40

/**
 * The same code again changes the bot.
 * Documented at https://apidocs.bitrix24.com/api-reference/chat-bots/chat-bots-v2/imbot.v2/bots/bot-register.html
 */
export const method: Method = {
  scope: 'imbot',
  isWrite: true,
  run(call) {
    const fields = requiredMap(call.params, 'fields')
    const v2 = readBot(call, fields)
    const code = toText(fields['code'])
    if (code === '') throw botRefusal('BOT_CODE_REQUIRED', 'Bot code is required')
    const properties = toMap(fields['properties'])
    const name = toText(properties['name'])
    if (name === '') throw botRefusal('BOT_PROPERTIES_REQUIRED', 'Bot properties are required')
    const { bots } = call.portal.state.channels
    const [known] = bots.marked(code)
    if (known && isForeign(call.caller, known.clientId))
      throw botRefusal('BOT_CODE_ALREADY_TAKEN', 'Bot code is already taken')
    if (!known && bots.list().length >= mostBots) throw botRefusal('BOT_LIMIT_EXCEEDED', 'Bot limit exceeded')
    const handlers = { message: '', welcome: '', removal: v2.webhookUrl, update: '', deletion: '' }
    const clientId = applicationOf(call.caller)
    const signed = clientId === undefined ? {} : { clientId }
    const bot = known
      ? { ...known, handlers, v2 }
      : bots.add({ code, userId: addBotPerson(call, name, properties), handlers, v2, ...signed })
    bots.save(bot)
    const person = call.portal.users.get(bot.userId)
    return { result: { bot: printBot(call, { ...bot, v2 }), users: person ? [printChatUser(call, person)] : [] } }
  },
}

function readBot(call: Call, fields: Params): BotV2 {
  const token = botToken(call, fields['botToken'])
  if (token.length > longestToken) throw botRefusal('BOT_TOKEN_INVALID_LENGTH', 'Bot token is too long')
  const type = toText(fields['type']) || 'bot'
  if (!kinds.includes(type)) throw botRefusal('BOT_INVALID_TYPE', 'Invalid bot type')
  const eventMode = toText(fields['eventMode']) || 'fetch'
  if (eventMode !== 'fetch' && eventMode !== 'webhook') throw botRefusal('BOT_INVALID_EVENT_MODE', 'Invalid event mode')
  const webhookUrl = toText(fields['webhookUrl'])
  if (eventMode === 'webhook' && webhookUrl === '')
    throw botRefusal('BOT_WEBHOOK_URL_REQUIRED', 'Webhook URL is required')
  if (webhookUrl !== '' && !/^https?:\/\/[^/]+\./i.test(webhookUrl))
    throw botRefusal('BOT_INVALID_CALLBACK', 'Invalid callback URL')
  const background = toText(fields['backgroundId'])
  return {
    token,
    type,
    eventMode,
    webhookUrl,
    isHidden: isYes(fields['isHidden']),
    isReactionsEnabled: fields['isReactionsEnabled'] === undefined || isYes(fields['isReactionsEnabled']),
    isSupportOpenline: isYes(fields['isSupportOpenline']),
    backgroundId: backgrounds.includes(background) ? background : null,
  }
}
