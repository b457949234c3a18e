import { applicationOf } from '../rules/own-application.ts'
import { cardOf } from '../rules/cards.ts'
import { missingParameter } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { requiredMap, toText } from '../rules/params.ts'
import { printLogMessage } from '../rules/timeline/log-messages.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const { portal } = call
    const fields = requiredMap(call.params, 'fields')
    const [title = '', text = '', iconCode = ''] = ['title', 'text', 'iconCode'].map((name) => {
      const value = toText(fields[name]).trim()
      if (value === '') throw missingParameter(name)
      return value
    })
    const card = cardOf(call, fields, ['entityTypeId', 'entityId'], 'write')
    const clientId = applicationOf(call.caller)
    const message = {
      id: portal.state.meta.nextId('comment'),
      card,
      created: Math.floor(portal.now() / 1000),
      authorId: call.caller.userId,
      title,
      text,
      iconCode,
      ...(clientId === undefined ? {} : { clientId }),
    }
    portal.state.timeline.messages.save(message)
    portal.announce({ kind: 'timeline', cards: [card] })
    return { result: { logMessage: printLogMessage(message) } }
  },
}
