import { expect, test } from 'vitest'
import { PROFIT_FINDINGS, PROFIT_GAPS, PROFIT_WARNINGS } from '../../../contract/profit.ts'
import { gapsOf, troublesOf } from '../../../widgets/profitability/mend.ts'
import { profitabilityEn } from '../../../widgets/profitability/messages/en.ts'
import { profitabilityRu } from '../../../widgets/profitability/messages/ru.ts'

const director = { maySet: true, hasEntity: true }
const head = { maySet: false, hasEntity: true }
const all = {
  profit: { state: 'unknown' as const, missing: [...PROFIT_GAPS], findings: [...PROFIT_FINDINGS] },
  warnings: [...PROFIT_WARNINGS],
}

test('everything that is missing or looks wrong has a sentence and a place to mend it, in both languages', () => {
  const troubles = [...gapsOf(all.profit, director), ...troublesOf(all, director)]
  expect(troubles).toHaveLength(PROFIT_GAPS.length + PROFIT_FINDINGS.length + PROFIT_WARNINGS.length)
  for (const messages of [profitabilityRu, profitabilityEn])
    for (const { text, place } of troubles) {
      const [group, name] = text.split('.') as ['gaps' | 'findings' | 'warnings', string]
      expect((messages[group] as Record<string, string>)[name]).toBeTruthy()
      expect(messages.mend[place]).toBeTruthy()
    }
})

test('a head is led to the order where only a director may set something', () => {
  const places = new Set([...gapsOf(all.profit, head), ...troublesOf(all, head)].map(({ place }) => place))
  expect([...places].toSorted()).toEqual(['expenses', 'order'])
})

test('an order that names no entity of ours is mended in its card', () => {
  const profit = { state: 'unknown' as const, missing: ['own_entity' as const], findings: [] }
  expect(gapsOf(profit, director)[0]!.place).toBe('own')
  expect(gapsOf(profit, { maySet: true, hasEntity: false })[0]!.place).toBe('order')
})
