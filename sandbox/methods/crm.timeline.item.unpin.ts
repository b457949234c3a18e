import type { Method } from '../rules/method.ts'
import { setPinned } from '../rules/timeline/pins.ts'

export const method: Method = { scope: 'crm', isWrite: true, run: (call) => setPinned(call, false) }
