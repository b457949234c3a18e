import { expect, test } from 'vitest'
import type { RuleScope } from '../../../../../contract/match-rules.ts'
import { hiddenByRuleText, ruleScopeText, ruleText } from '../../../../../widgets/shared/sentences/rule.ts'

const everywhere: RuleScope = { client: false, from: null, to: null, fromRegion: null, toRegion: null, body: null }

test('a rule says what it does, where it holds and what its author wrote', () => {
  const scope = { ...everywhere, client: true, from: 'Москва', to: 'Казань' }
  expect(ruleText('ru', { action: 'prefer', scope, note: 'держит цену' })).toBe(
    'Правило: предпочитать для этого клиента, Москва → Казань — держит цену',
  )
  expect(ruleText('en', { action: 'boost', scope, note: null })).toBe('Rule: lift for this client, Москва → Казань')
  expect(hiddenByRuleText('ru', { scope, note: null })).toBe('Скрыт правилом: для этого клиента, Москва → Казань')
})

test('a rule without conditions holds for every load', () => {
  expect(ruleScopeText('ru', everywhere)).toBe('для всех грузов')
  expect(ruleScopeText('en', everywhere)).toBe('for every load')
})

test('one end of a lane or of a pair of regions is named for what it is', () => {
  expect(ruleScopeText('ru', { ...everywhere, from: 'Москва' })).toBe('погрузка: Москва')
  expect(ruleScopeText('ru', { ...everywhere, toRegion: 'Татарстан', body: 'reefer' })).toBe(
    'регион выгрузки: Татарстан, кузов рефрижератор',
  )
  expect(ruleScopeText('en', { ...everywhere, to: 'Казань' })).toBe('unloading: Казань')
})

test('where the reader may know the client, he is named', () => {
  expect(ruleScopeText('ru', { ...everywhere, client: true }, 'АО «Клиент»')).toBe('АО «Клиент»')
})
