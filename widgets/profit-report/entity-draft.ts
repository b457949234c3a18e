import type { EntityPeriod, OwnEntityBook, OwnEntityBookInput } from '../../contract/own-entities.ts'
import type { OwnRole } from '../../contract/profit.ts'

/** A period as the form holds it: an absent regime is not chosen yet, an empty day means "from the beginning". */
export interface PeriodDraft {
  sinceOn: string
  regime: EntityPeriod['regime'] | undefined
  role: OwnRole
}

export interface EntityDraft {
  companyId: number
  title: string
  periods: PeriodDraft[]
}

/** Selects need a value: 0 is no company. */
export interface FormDraft {
  code: string
  companyId: number
}

export function entityDraftOf(book: OwnEntityBook): { entities: EntityDraft[]; forms: FormDraft[] } {
  return {
    entities: book.entities.map(({ companyId, title, periods }) => ({
      companyId,
      title,
      periods: periods.map(({ sinceOn, regime, role }) => ({ sinceOn: sinceOn ?? '', regime, role })),
    })),
    forms: book.forms.map(({ code, companyId }) => ({ code, companyId: companyId ?? 0 })),
  }
}

export type EntityFault = 'noRegime' | 'sameDay'

/** What is to stand; `wrong` names the company whose periods cannot be saved, and why. */
export function bookOfDraft(draft: { entities: readonly EntityDraft[]; forms: readonly FormDraft[] }): {
  book: OwnEntityBookInput | null
  wrong: { companyId: number; why: EntityFault } | null
} {
  for (const { companyId, periods } of draft.entities) {
    if (periods.some(({ regime }) => regime === undefined)) return { book: null, wrong: { companyId, why: 'noRegime' } }
    const days = periods.map(({ sinceOn }) => sinceOn)
    if (new Set(days).size < days.length) return { book: null, wrong: { companyId, why: 'sameDay' } }
  }
  return {
    wrong: null,
    book: {
      entities: draft.entities.map(({ companyId, periods }) => ({
        companyId,
        periods: periods.map(({ sinceOn, regime, role }) => ({
          sinceOn: sinceOn || null,
          regime: regime as EntityPeriod['regime'],
          role,
        })),
      })),
      forms: draft.forms.map(({ code, companyId }) => ({ code, companyId: companyId || null })),
    },
  }
}
