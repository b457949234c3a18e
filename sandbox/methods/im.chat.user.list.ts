import { chatOf } from '../rules/chats/dialogs.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = { scope: 'im', run: (call) => ({ result: chatOf(call).userIds }) }
