/** How long a passed security check is good for, and what happens afterwards: a portal's own choice. */
export interface SecurityRule {
  /** Calendar days; null: for ever. */
  validDays: number | null
  stale: 'warn' | 'veto'
}

/** Half a year: carriers change hands, cars and bank accounts. */
export const DEFAULT_SECURITY: SecurityRule = { validDays: 180, stale: 'warn' }
