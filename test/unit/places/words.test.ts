import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookAlikeWord, plainLetters, plainWord, soundKey, transliterate } from '../../../server/places/letters.ts'
import { nominativeForms } from '../../../server/places/nominative.ts'
import { createTypoIndex, editsAllowed } from '../../../server/places/typo-index.ts'

describe('letters', () => {
  test('accents and ё go, й stays', () => {
    expect(plainLetters('Щёлково́ Йошкар')).toBe('Щелково Йошкар')
  })

  test('a word of two alphabets becomes Cyrillic, a Latin word is left alone', () => {
    expect(plainWord('Mосквa')).toBe('москва')
    expect(plainWord('М0сква')).toBe('москва')
    expect(plainWord('Kazan')).toBe('kazan')
  })

  test('letters of neighbouring alphabets become the nearest Russian ones', () => {
    expect(plainWord('Қостанай')).toBe('костанай')
    expect(plainWord('Львів')).toBe('львив')
  })

  test('look-alikes are told from Latin words', () => {
    expect(lookAlikeWord('MOCKBA')).toBe('москва')
    expect(lookAlikeWord('Kazan')).toBeNull()
  })

  test.each([
    ['chelyabinsk', 'Челябинск'],
    ['nizhny', 'Нижний'],
    ['nizhnij', 'Нижний'],
    ['yoshkar', 'Йошкар'],
    ['shchelkovo', 'Щелково'],
    ['tolyatti', 'Тольятти'],
    ['bratsk', 'Братск'],
    ['naberezhnyye', 'Набережные'],
  ])('%s sounds like %s', (latin, russian) => {
    expect(soundKey(transliterate(latin))).toBe(soundKey(plainWord(russian)))
  })
})

describe('dictionary forms', () => {
  test.each([
    ['подольска', 'подольск'],
    ['орла', 'орел'],
    ['ельца', 'елец'],
    ['торжка', 'торжок'],
    ['мытищ', 'мытищи'],
    ['минеральных', 'минеральные'],
    ['старого', 'старый'],
    ['верхней', 'верхняя'],
    ['рязани', 'рязань'],
    ['уфу', 'уфа'],
    ['химках', 'химки'],
    ['иванове', 'иваново'],
  ])('%s may come from %s', (declined, dictionary) => expect(nominativeForms(declined)).toContain(dictionary))
})

describe('slips of the keys', () => {
  const near = createTypoIndex(['казан', 'кострома', 'краснодар', 'красноярск', 'омск', 'томск'])

  test('a swap of neighbours is one slip', () => {
    expect(near('краснодра')).toEqual([{ key: 'краснодар', edits: 1 }])
  })

  test('short words allow one slip, very short ones none', () => {
    expect(editsAllowed(3)).toBe(0)
    expect(near('омк')).toEqual([])
    expect(near('тмск')).toContainEqual({ key: 'томск', edits: 1 })
  })

  test('any one letter lost from a long name still finds it', () => {
    fc.assert(
      fc.property(fc.constantFrom('кострома', 'краснодар', 'красноярск'), fc.nat(), (name, at) => {
        const lost = at % name.length
        const found = near(name.slice(0, lost) + name.slice(lost + 1))
        expect(found.map(({ key }) => key)).toContain(name)
      }),
    )
  })
})
