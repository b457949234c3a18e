import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePhpForm, phpQuery } from '../../../server/portal/php-query.ts'

test('nested parameters travel the way PHP reads them', () => {
  const query = phpQuery({
    entityTypeId: 4,
    filter: { '>id': 5, '@stage': ['NEW', 'WON'] },
    start: -1,
    none: undefined,
  })
  expect(decodeURIComponent(query)).toBe(
    'entityTypeId=4&filter[>id]=5&filter[@stage][0]=NEW&filter[@stage][1]=WON&start=-1',
  )
})

test('signs that mean something in a query are not taken for it', () => {
  const query = phpQuery({ text: 'А&Б=100%+#', flag: true, empty: [], nothing: null })
  expect(query).toBe('text=%D0%90%26%D0%91%3D100%25%2B%23&flag=1&empty=&nothing=')
})

test('what is written is read back', () => {
  const key = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/).filter((name) => name !== '__proto__')
  const tree = fc.dictionary(key, fc.oneof(fc.string(), fc.dictionary(key, fc.string(), { minKeys: 1, maxKeys: 4 })), {
    maxKeys: 6,
  })
  fc.assert(
    fc.property(tree, (params) => {
      expect(JSON.parse(JSON.stringify(parsePhpForm(phpQuery(params))))).toEqual(JSON.parse(JSON.stringify(params)))
    }),
  )
})

test('a hostile form is only text: no prototype is touched, depth and size are bounded', () => {
  const form = parsePhpForm('__proto__[isAdmin]=1&constructor[prototype][x]=1&a[b][c][d][e][f][g][h][i][j]=1&[]=1&x[=1')
  expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
  expect(form.a).toBeUndefined()
  expect(parsePhpForm('f=1&'.repeat(100_000))).toEqual(parsePhpForm('f=1'))
  expect(Object.keys(parsePhpForm(Array.from({ length: 5000 }, (_, n) => `k${n}=1`).join('&'))).length).toBe(2000)
})
