import { type ComputedRef, inject, type InjectionKey, provide, type Ref } from 'vue'
import type { Language } from '../../contract/codes.ts'
import type { CarrierRow } from '../../contract/carriers.ts'
import type { Load } from '../../contract/load.ts'
import type { Session } from '../../contract/session.ts'
import type { Api } from '../shared/api.ts'
import type { Clock } from '../shared/sentences/dates.ts'
import type { OfferDraft } from './offer-draft.ts'

/** What every part of the tab needs: who looks, at what, when, and what a press on a row does. */
export interface CarriersContext {
  readonly session: Session
  readonly api: Api
  readonly language: Ref<Language>
  readonly load: Ref<Load>
  readonly clock: Ref<Clock>
  /**
   * Offers being typed, by company: closing a form loses nothing. Each keeps the key it is sent under, so that an
   * offer whose answer was lost is not made twice by opening the form again.
   */
  readonly drafts: Map<number, { draft: OfferDraft; key: string }>
  openCompany(row: CarrierRow): void
  call(row: CarrierRow): void
  /** Opens the dialogue with him in the portal's messenger; his card where there is none yet. */
  write(row: CarrierRow): void
  /** Gives the whole number for the eye; null for one who may not see it. */
  readonly showNumber: ComputedRef<((row: CarrierRow) => Promise<string | null>) | null>
  propose(row: CarrierRow): void
  toggle(row: CarrierRow): void
  /** Opens the form of a rule about this carrier; null for one who may set none. */
  readonly makeRule: ((row: CarrierRow) => void) | null
  /** Opens the menu of call results at an element of the row. */
  askOutcome(row: CarrierRow, at: HTMLElement): void
}

const key: InjectionKey<CarriersContext> = Symbol('carriers')

export function provideCarriers(context: CarriersContext): void {
  provide(key, context)
}

/** Throws when used outside the tab: a part without its context cannot work. */
export function useCarriersContext(): CarriersContext {
  const context = inject(key)
  if (!context) throw new Error('A part of the Carriers tab stands outside of it')
  return context
}
