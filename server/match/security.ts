import type { SecurityRule } from '../../contract/match-rules.ts'

export type { SecurityRule } from '../../contract/match-rules.ts'

/** Half a year: carriers change hands, trucks and bank accounts. */
export const DEFAULT_SECURITY: SecurityRule = { validDays: 180, stale: 'warn' }
