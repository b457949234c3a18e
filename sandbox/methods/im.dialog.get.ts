import { dialogOf } from '../rules/chats/dialogs.ts'
import { printDialog } from '../rules/chats/print.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = { scope: 'im', run: (call) => ({ result: printDialog(call, dialogOf(call, 403)) }) }
