import { expect, test } from 'vitest'
import { dayStart } from '../../../../server/api/offers/day-start.ts'
import { noticeOf, type NoticeInput } from '../../../../server/api/offers/notice.ts'

test('a day begins by the clocks of the loading place', () => {
  expect(dayStart('2026-11-25', 'Europe/Moscow')).toBe('2026-11-24T21:00:00.000Z')
  expect(dayStart('2026-11-25', 'Asia/Yekaterinburg')).toBe('2026-11-24T19:00:00.000Z')
  expect(dayStart('2026-03-29', 'Europe/Chisinau')).toBe('2026-03-28T22:00:00.000Z')
})

const input: NoticeInput = {
  setting: 'first',
  toUserId: 8,
  language: 'ru',
  load: { kind: 'request', id: 15, title: 'Москва — Казань', path: '/crm/type/1036/details/15/' },
  companyName: 'ООО «Вектор»',
  rate: { minor: 9_000_000, currency: 'RUB' },
  vat: 'none',
  earlier: [],
  key: 'key',
}

test('the first offer is told with a link to the card', () => {
  expect(noticeOf(input)).toEqual({
    toUserId: 8,
    tag: 'REIS|OFFER|request|15',
    message:
      'Предложение по запросу [url=/crm/type/1036/details/15/]Москва — Казань[/url]: ООО «Вектор», 90\u00a0000\u00a0₽ без НДС',
  })
})

test('the best is the best after tax: 90 000 without VAT is dearer than 105 000 with 22 %', () => {
  const earlier = [{ minor: 10_500_000, currency: 'RUB', vat: '22' as const }]
  expect(noticeOf({ ...input, setting: 'best', earlier })).toBeNull()
  expect(noticeOf({ ...input, earlier })!.message).not.toContain('лучшее')
  const dearer = [{ minor: 11_500_000, currency: 'RUB', vat: '22' as const }]
  expect(noticeOf({ ...input, setting: 'best', earlier: dearer })!.message).toContain('это пока лучшее')
})

test('told of every offer, the manager gets a notice of its own each time', () => {
  expect(noticeOf({ ...input, setting: 'every' })!.tag).toBe('REIS|OFFER|request|15|key')
})

test('a title full of markup stays a title', () => {
  const notice = noticeOf({ ...input, load: { ...input.load, title: '[url=https://evil.example]x[/url]' } })!
  expect(notice.message.match(/\[url=/g)).toHaveLength(1)
})
