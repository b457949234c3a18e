import { expect, test } from 'vitest'
import { captureComment, contactAlert } from '../../../../server/api/captures/capture-words.ts'
import { accountAlert, numberAlert } from '../../../../server/api/captures/account-words.ts'
import { decisionText } from '../../../../server/api/offers/decision-words.ts'

const carrier = { companyId: 7, companyName: 'ИП [b]Сидоров[/b]', trips: 1 }
const RUSSIAN = /[а-яё]/iu

test('what is said on an English portal holds no Russian but names, and no markup of theirs', () => {
  const said = [
    accountAlert({ ...carrier, companyName: 'Sidorov [b]' }, ['1234'], [], 'en'),
    numberAlert({ ...carrier, companyName: 'Sidorov' }, ['42'], ['17'], 'en'),
    contactAlert({ companyName: 'Sidorov', companyPath: '/x/', byName: 'Ivanov', trips: 2, language: 'en' }),
    captureComment(
      {
        action: 'busy',
        load: null,
        nowPlace: 'Ufa',
        freePlace: 'Perm',
        freeOn: '2026-11-27',
        directions: ['Ufa — Perm'],
        comment: 'call on Monday',
      },
      { companyName: 'Sidorov', load: null, offer: null, language: 'en' },
    ),
    decisionText({ action: 'decline', key: 'k', reason: 'rate', comment: 'too late' }, 'Sidorov', 1, 'en'),
  ]
  for (const text of said) expect(text).not.toMatch(RUSSIAN)
  expect(said[0]).not.toContain('[b]')
  expect(said[1]).toContain('…42 added; …17 gone')
  expect(said[3]).toBe(
    'Busy now: Sidorov\nNow: Ufa\nFree: Perm, from 27.11.2026\nDirections: Ufa — Perm\nComment: call on Monday',
  )
})

test('on a Russian one it is said as people say it', () => {
  expect(accountAlert(carrier, ['1234'], [], 'ru')).toContain('Счёт был: •••• 1234. Стал: нет.')
  expect(accountAlert(carrier, [], ['5678'], 'ru')).toContain('ИП (b)Сидоров(/b)')
})
