import { expect, test } from 'vitest'
import { bookOfDraft, entityDraftOf } from '../../../../widgets/profit-report/entity-draft.ts'

const book = {
  entities: [
    {
      companyId: 1,
      title: 'ООО «Рейс»',
      periods: [
        { sinceOn: null, regime: 'simplified_none' as const, role: 'principal' as const },
        { sinceOn: '2026-07-01', regime: 'general' as const, role: 'principal' as const },
      ],
    },
  ],
  forms: [
    { code: '22', companyId: 1 },
    { code: 'cash', companyId: null },
  ],
}

test('what nobody changed is saved as it stood', () => {
  const { entities, forms } = book
  expect(bookOfDraft(entityDraftOf(book))).toEqual({
    wrong: null,
    book: { entities: entities.map(({ companyId, periods }) => ({ companyId, periods })), forms },
  })
})

test('a period without a regime is named at its entity, and nothing is saved', () => {
  const draft = entityDraftOf(book)
  draft.entities[0]!.periods.push({ sinceOn: '2027-01-01', regime: undefined, role: 'agent' })
  expect(bookOfDraft(draft)).toEqual({ book: null, wrong: { companyId: 1, why: 'noRegime' } })
})

test('two periods that begin on one day are named at their entity', () => {
  const draft = entityDraftOf(book)
  draft.entities[0]!.periods.push({ sinceOn: '2026-07-01', regime: 'simplified_5', role: 'principal' })
  expect(bookOfDraft(draft)).toEqual({ book: null, wrong: { companyId: 1, why: 'sameDay' } })
})
