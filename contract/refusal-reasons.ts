import type { Label } from './codes.ts'

/** Why a request is lost, as the portal's list «Причина отказа» codes it; `carrier_call` is said of leads alone. */
export const REFUSAL_REASON_LABELS = {
  client_declined: { ru: 'клиент отказался', en: 'client declined' },
  rate: { ru: 'не сошлись в цене', en: 'rate' },
  competitor: { ru: 'выбрал другого', en: 'chose a competitor' },
  silent: { ru: 'не отвечает', en: 'silent' },
  postponed: { ru: 'перенесено', en: 'postponed' },
  no_truck: { ru: 'не нашли машину', en: 'no truck found' },
  dates: { ru: 'сроки', en: 'dates' },
  cargo: { ru: 'не наш груз', en: 'not our cargo' },
  debtor: { ru: 'должник', en: 'debtor' },
  duplicate: { ru: 'дубль', en: 'duplicate' },
  spam: { ru: 'спам', en: 'spam' },
  other: { ru: 'другое', en: 'other' },
  carrier_call: { ru: 'звонил перевозчик', en: 'a carrier called' },
} as const satisfies Record<string, Label>
export type RefusalReason = keyof typeof REFUSAL_REASON_LABELS
export const REFUSAL_REASONS = Object.keys(REFUSAL_REASON_LABELS) as [RefusalReason, ...RefusalReason[]]

/** Those a portal's own list of requests has: a call of a carrier is no request. */
export const REQUEST_REASONS = REFUSAL_REASONS.filter((reason) => reason !== 'carrier_call')

/**
 * What a reason demands: `exempt` nothing at all (leads only), `record` a reason and a comment, `approve` the heads
 * concerned, `escalate` the director.
 */
export const REFUSAL_POLICIES = ['exempt', 'record', 'approve', 'escalate'] as const
export type RefusalPolicy = (typeof REFUSAL_POLICIES)[number]
