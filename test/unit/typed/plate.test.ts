import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlate } from '../../../typed/plate.ts'

test('a truck is known in any case, either alphabet, with or without spaces', () => {
  for (const text of ['А123ВС77', 'а 123 вс 77', 'a123bc77', 'A-123-BC 77 RUS', 'а123вс 77 рус'])
    expect(readPlate(text)).toEqual({ kind: 'truck', text: 'А123ВС77', shown: 'А 123 ВС 77' })
  expect(readPlate('к456ор716')?.text).toBe('К456ОР716')
})

test('a trailer has its letters first', () => {
  expect(readPlate('ав 1234 77')).toEqual({ kind: 'trailer', text: 'АВ123477', shown: 'АВ 1234 77' })
  expect(readPlate('EK9876 163')?.shown).toBe('ЕК 9876 163')
})

test('the letter О and the figure 0 are told apart by where they stand', () => {
  expect(readPlate('0123ОО77')?.text).toBe('О123ОО77')
  expect(readPlate('АО1О2О77')).toMatchObject({ kind: 'trailer', text: 'АО102077' })
})

test('plates of other countries are free in form, and always in Latin letters', () => {
  expect(readPlate('AB 1234-7')).toEqual({ kind: 'foreign', text: 'AB12347', shown: 'AB12347' })
  expect(readPlate('АВ1234-7')?.text).toBe('AB12347')
  expect(readPlate('123 ABC 02')).toMatchObject({ kind: 'foreign', text: '123ABC02' })
})

test('what nobody hangs on a truck is no plate', () => {
  const texts = ['', '123', 'Ю123АА77', '12345678', 'МАН', 'А123ВС7777777', 'volvo']
  expect(texts.filter((text) => readPlate(text) !== null)).toEqual([])
})

test('any plate of the standard survives being shown and typed back', () => {
  const letter = fc.constantFrom(...'АВЕКМНОРСТУХ')
  const figures = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
  const region = fc.constantFrom('77', '16', '116', '716', '799')
  fc.assert(
    fc.property(letter, figures(3), letter, letter, region, (a, number, b, c, where) => {
      const plate = readPlate(`${a}${number}${b}${c}${where}`.toLowerCase())!
      expect(plate.kind).toBe('truck')
      expect(readPlate(plate.shown)).toEqual(plate)
    }),
  )
})
