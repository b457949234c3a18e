import { expect, test } from 'vitest'
import { papersWords } from '../../../../server/outbox/commands/words.ts'
import { withoutPapers } from '../../../../server/sync/indexers/hidden-papers.ts'

test('papers in a comment are told by their last figures, however they are written', () => {
  expect(withoutPapers('ВУ 99 12 345678, СТС или VIN 99 22 123456')).toBe('ВУ •••• 78, СТС или VIN •••• 56')
  expect(withoutPapers('водитель Пётр, в/у 77 АВ 123456')).toBe('водитель Пётр, в/у •••• 56')
  expect(withoutPapers('вод. удостоверение: № 9912345678')).toBe('вод. удостоверение: № •••• 78')
  expect(withoutPapers('СТС или VIN XTC53229R51234567')).toBe('СТС или VIN •••• 4567')
  expect(withoutPapers('vin xtc53229r51234567')).toBe('vin •••• 4567')
})

test('what we write ourselves where a portal has no field for papers is hidden again in our copy', () => {
  const words = papersWords({ driverLicence: '99 12 345678', vehiclePaper: 'XTC53229R51234567' })
  expect(withoutPapers(words)).not.toMatch(/345678|XTC53229/)
})

test('prices, dates, phones and orders in a comment stay as they are', () => {
  const texts = [
    'утром готов, 85 000 ₽',
    'звонить 8 916 123-45-67',
    'выгрузка 27.11.2026 12:00',
    'заявка 1234567890',
    'права на стороне',
  ]
  expect(texts.map((text) => withoutPapers(text))).toEqual(texts)
  expect(withoutPapers(null)).toBeNull()
})
