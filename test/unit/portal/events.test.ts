import { expect, test } from 'vitest'
import { crmEventOf, isGenuine, parseEvent } from '../../../server/portal/events.ts'

const posted = (fields: Record<string, string>) =>
  new URLSearchParams({ event: 'onCrmDynamicItemUpdate', 'auth[member_id]': 'abc', ...fields }).toString()

test('an event tells which item changed, as text in nested keys', () => {
  const event = parseEvent(
    posted({ 'data[FIELDS][ID]': '24', 'data[FIELDS][ENTITY_TYPE_ID]': '1220', ts: '1723538517' }),
  )
  expect(event).toMatchObject({ name: 'ONCRMDYNAMICITEMUPDATE', memberId: 'abc', item: { id: 24, entityTypeId: 1220 } })
})

test('what is not an event is not taken for one', () => {
  expect(parseEvent('')).toBeNull()
  expect(parseEvent('event=ONCRMLEADADD')).toBeNull()
  expect(parseEvent(posted({ event: 'DROP TABLE' }))).toBeNull()
  expect(parseEvent(posted({ 'auth[member_id]': '../../etc/passwd' }))).toBeNull()
  expect(parseEvent(posted({ 'data[FIELDS][ID]': '-1' }))?.item).toBeNull()
  expect(parseEvent(posted({ 'data[FIELDS][ID]': 'undefined' }))?.item).toBeNull()
})

test('only who knows the application’s secret is believed', () => {
  const event = parseEvent(posted({ 'auth[application_token]': 'secret' }))!
  expect(isGenuine(event, 'secret')).toBe(true)
  expect(isGenuine(event, 'secre')).toBe(false)
  expect(isGenuine(event, null)).toBe(false)
  expect(isGenuine(parseEvent(posted({}))!, '')).toBe(false)
})

test('leads and deals are known by the event’s name, smart processes by the type that comes along or is in the name', () => {
  expect(crmEventOf('ONCRMDEALUPDATE', null)).toEqual({ entityTypeId: 2, action: 'changed' })
  expect(crmEventOf('onCrmCompanyDelete', null)).toEqual({ entityTypeId: 4, action: 'deleted' })
  expect(crmEventOf('ONCRMDYNAMICITEMADD', 1036)).toEqual({ entityTypeId: 1036, action: 'changed' })
  expect(crmEventOf('ONCRMDYNAMICITEMDELETE_1036', null)).toEqual({ entityTypeId: 1036, action: 'deleted' })
  expect(crmEventOf('ONCRMDEALMOVETOCATEGORY', null)).toEqual({ entityTypeId: 2, action: 'changed' })
  expect(crmEventOf('ONCRMDYNAMICITEMADD', null)).toBeNull()
  expect(crmEventOf('ONTASKADD', null)).toBeNull()
})
