import { describe, expect, test } from 'vitest'
import { MUTATIONS, mutateText, seededRandom } from '../../../../cli/eval/mutate-text.ts'

describe('mutated texts', () => {
  test('are the same for the same seed and others for another', () => {
    const all = (seed: number) => {
      const random = seededRandom(seed)
      return Array.from({ length: 40 }, (_, index) =>
        mutateText('Набережные Челны', MUTATIONS[index % 4] ?? 'typo', random),
      )
    }
    expect(all(7)).toEqual(all(7))
    expect(all(7)).not.toEqual(all(8))
  })

  test('a typo is one slip that keeps the first letter and leaves short words alone', () => {
    const random = seededRandom(3)
    for (let round = 0; round < 200; round++) {
      const mistyped = mutateText('Кострома', 'typo', random)
      expect(mistyped[0]).toBe('К')
      expect(Math.abs(mistyped.length - 'Кострома'.length)).toBeLessThanOrEqual(1)
    }
    expect(mutateText('г. Уфа', 'typo', random)).toBe('г. Уфа')
  })

  test('a street follows the text and a prefix leads it', () => {
    const random = seededRandom(5)
    expect(mutateText('Уфа', 'street', random)).toMatch(/^Уфа.+/)
    expect(mutateText('Уфа', 'prefix', random)).toMatch(/.+Уфа$/)
  })
})
