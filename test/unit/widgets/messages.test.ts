import { expect, test } from 'vitest'
import { carriersEn } from '../../../widgets/carriers/messages/en.ts'
import { carriersRu } from '../../../widgets/carriers/messages/ru.ts'
import { installEn } from '../../../widgets/install/messages/en.ts'
import { installRu } from '../../../widgets/install/messages/ru.ts'
import { offersEn } from '../../../widgets/offers/messages/en.ts'
import { offersRu } from '../../../widgets/offers/messages/ru.ts'
import { refusalEn } from '../../../widgets/refusal/messages/en.ts'
import { refusalRu } from '../../../widgets/refusal/messages/ru.ts'
import { queueEn } from '../../../widgets/refusals/messages/en.ts'
import { queueRu } from '../../../widgets/refusals/messages/ru.ts'
import { refusalsEn } from '../../../widgets/shared/refusals/messages/en.ts'
import { refusalsRu } from '../../../widgets/shared/refusals/messages/ru.ts'
import { sharedEn } from '../../../widgets/shared/messages/en.ts'
import { sharedRu } from '../../../widgets/shared/messages/ru.ts'

/** «a.b.c» → text for every message. */
function flat(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value as object, `${path}${key}.`),
  )
}
const pairs = [
  [flat(sharedRu), flat(sharedEn)],
  [flat(carriersRu), flat(carriersEn)],
  [flat(installRu), flat(installEn)],
  [flat(offersRu), flat(offersEn)],
  [flat(refusalRu), flat(refusalEn)],
  [flat(queueRu), flat(queueEn)],
  [flat(refusalsRu), flat(refusalsEn)],
] as const

test('both languages have the same messages with the same placeholders', () => {
  const shape = (messages: [string, string][]) =>
    messages.map(([key, text]) => [key, [...new Set(text.match(/\{\w+\}/g))].toSorted()])
  for (const [ru, en] of pairs) expect(shape(en)).toEqual(shape(ru))
})

test('a counted message has three Russian forms and two English ones', () => {
  const forms = (messages: [string, string][]) =>
    messages.filter(([, text]) => text.includes(' | ')).map(([key, text]) => [key, text.split(' | ').length])
  for (const [ru, en] of pairs) {
    const counted = forms(ru).map(([key]) => key)
    expect(forms(ru)).toEqual(counted.map((key) => [key, 3]))
    expect(forms(en)).toEqual(counted.map((key) => [key, 2]))
  }
})

test('Russian is Russian and English is English', () => {
  const foreign = (messages: [string, string][], letters: RegExp) =>
    messages.filter(([, text]) => letters.test(text.replace(/\{\w+\}|ADR|Excel|Enter|Ctrl \+ Enter|Esc/g, '')))
  for (const [ru, en] of pairs) {
    expect(foreign(en, /[а-яё]/i)).toEqual([])
    expect(foreign(ru, /[a-z]{2}/)).toEqual([])
  }
})
