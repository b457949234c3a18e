import { z } from 'zod'
import { day } from './actions.ts'
import { portalCalendar } from './portal-calendar.ts'

/** A day that breaks the week's habit. */
export const workDay = z.object({ on: day, kind: z.enum(['off', 'work']) })
export type WorkDay = z.infer<typeof workDay>

/** Roles that may be let in besides directors, administrators and heads; they see the orders that are theirs. */
export const PROFIT_GUESTS = ['manager', 'accountant', 'office'] as const

/** What a portal's directors have set for all that is told of profit. Shares are of net revenue. */
export const profitSettings = z.object({
  /** Price of money, per cent a year; null: not reckoned. */
  annualPercent: z.number().min(0).max(200).nullable(),
  /** What a rouble of cash costs besides itself, per cent. */
  cashPercent: z.number().min(0).max(100),
  /** Below it a head is asked; null: no minimum. */
  minimumShare: z.number().min(-1).max(1).nullable(),
  /** From it on a margin is green; between the minimum and this it is amber. null: green from the minimum on. */
  goodShare: z.number().min(-1).max(1).nullable(),
  guests: z.array(z.enum(PROFIT_GUESTS)).max(PROFIT_GUESTS.length),
  /** Money on all accounts in the morning of a day; null: nobody has said. */
  startBalance: z.object({ minor: z.number().int(), on: day }).nullable(),
  /** A day that ends below it is marked. Kopecks. */
  balanceLimitMinor: z.number().int().min(-1e13).max(1e13),
  /** Days besides those that come with the project; one day of a year makes the year known. */
  workDays: z.array(workDay).max(1000),
  /** Margin, per cent and the moment of calculation are written into the orders of the portal. */
  writeBack: z.boolean(),
})
export type ProfitSettingsValues = z.infer<typeof profitSettings>

export const PROFIT_DEFAULTS: ProfitSettingsValues = {
  annualPercent: null,
  cashPercent: 0,
  minimumShare: null,
  goodShare: null,
  guests: [],
  startBalance: null,
  balanceLimitMinor: 0,
  workDays: [],
  writeBack: false,
}

/** Body of `PUT /api/profit-settings`: only what changes. Switching the write-back on needs the warning to be read. */
export const profitSettingsInput = profitSettings.partial().extend({ warned: z.boolean().optional() })
export type ProfitSettingsInput = z.infer<typeof profitSettingsInput>

/** Answer of `GET` and `PUT /api/profit-settings`. */
export const profitSettingsAnswer = z.object({
  settings: profitSettings,
  /** Years whose working days are known. */
  years: z.array(z.string()),
  /** What the portal's own calendar says; null: it was not given to the app, or not read yet. */
  portalCalendar: portalCalendar.nullable(),
  maySet: z.boolean(),
})
export type ProfitSettingsAnswer = z.infer<typeof profitSettingsAnswer>
