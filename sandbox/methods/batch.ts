import { runBatch } from '../rules/batch.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = { scope: 'basic', run: runBatch }
