import { expect, test } from 'vitest'
import { matchRuleInput, type ShownRule } from '../../../../contract/match-rules.ts'
import { draftOf, endChoices, newDraft, toRuleInput } from '../../../../widgets/carriers/rules/rule-draft.ts'
import { moscowKazan } from '../../../support/widget-fixture/answers.ts'

const load = moscowKazan(new Date('2026-11-24T09:00:00Z'))
const TODAY = '2026-11-24'
const vektor = { id: 51, title: 'ООО «Вектор»' }

test('a new rule begins with the lane of the card and the carrier it was opened from', () => {
  const { input } = toRuleInput(newDraft(load, vektor), TODAY)
  expect(input).toMatchObject({
    action: 'prefer',
    companyIds: [51],
    priority: 1,
    clientId: null,
    untilOn: null,
    note: null,
  })
  expect(input!.fromPlaceId).toBe(endChoices('from', load, null).places[0]!.id)
  expect(matchRuleInput.safeParse(input).success).toBe(true)
})

test('a rule for nobody, or until a day gone by, is not sent', () => {
  expect(toRuleInput(newDraft(load, null), TODAY).errors).toEqual(['companies'])
  expect(toRuleInput({ ...newDraft(load, vektor), untilOn: '2026-11-23' }, TODAY).errors).toEqual(['until'])
  expect(toRuleInput({ ...newDraft(load, vektor), untilOn: TODAY }, TODAY).errors).toBeUndefined()
})

test('a rule opened and saved again says the same, wherever it was made', () => {
  const rule: ShownRule = {
    key: 'rule-0000000000000001',
    action: 'hide',
    priority: 3,
    companyIds: [51],
    companies: [vektor],
    clientId: 71,
    client: { id: 71, title: null },
    fromPlaceId: null,
    from: null,
    fromRegion: 'Свердловская область',
    toPlaceId: 498817,
    to: { id: 498817, name: 'Санкт-Петербург', region: 'Санкт-Петербург', lat: 59.9, lon: 30.3 },
    toRegion: null,
    body: 'reefer',
    note: 'сорвал две загрузки',
    untilOn: '2026-12-31',
    byUserId: 12,
    byName: 'Пётр Смирнов',
    at: '2026-11-20T06:00:00.000Z',
  }
  const { input } = toRuleInput(draftOf(rule), TODAY)
  expect(rule).toMatchObject(input!)
  expect(endChoices('from', load, rule).regions).toContain('Свердловская область')
  expect(endChoices('to', load, rule).places.map(({ id }) => id)).toContain(498817)
})
