import { lineCard } from '../rules/channels/arguments.ts'
import type { Method } from '../rules/method.ts'
import { cardWord } from '../state/channels.ts'

export const method: Method = {
  scope: 'imopenlines',
  run(call) {
    const { type, id } = lineCard(call)
    const { sessions, connectors } = call.portal.state.channels
    const rows = sessions.marked(`card/${cardWord(type, id)}`).map((session) => ({
      CHAT_ID: String(session.chatId),
      CONNECTOR_ID: session.code,
      CONNECTOR_TITLE: connectors.marked(session.code)[0]?.name ?? session.code,
    }))
    return { result: rows, rows: rows.length }
  },
}
