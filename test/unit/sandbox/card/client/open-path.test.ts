import { expect, test } from 'vitest'
import { pathTarget } from '../../../../../sandbox/card/client/open-path.ts'

const ORIGIN = 'http://127.0.0.1:8055'

test('a card opens at its own address', () => {
  expect(pathTarget('/crm/type/1036/details/15/', ORIGIN)).toEqual({
    href: `${ORIGIN}/crm/type/1036/details/15/`,
    maxWidth: 1640,
  })
})

test('the beginning chooses the width, climbing back chooses the page', () => {
  expect(pathTarget('/workgroups/group/0/card/../../../../crm/company/details/4/?IFRAME=Y', ORIGIN)).toEqual({
    href: `${ORIGIN}/crm/company/details/4/?IFRAME=Y`,
    maxWidth: 900,
  })
  expect(pathTarget('/crm/deal/../../crm/deal/details/8/', ORIGIN)?.maxWidth).toBeNull()
})

test('paths outside the portal’s list are refused', () => {
  for (const path of [
    '/',
    '/rest/user.get',
    '//evil.example/crm/deal/',
    'https://evil.example/',
    '/crm/quote/1/',
    7,
    null,
  ])
    expect(pathTarget(path, ORIGIN)).toBeNull()
})

test('climbing back never leaves the portal', () => {
  expect(pathTarget('/crm/deal/../..//evil.example/', ORIGIN)?.href).toBe(`${ORIGIN}//evil.example/`)
})
