import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../../../contract/codes.ts'
import { standingOf } from '../../../../server/api/session/standing.ts'
import { readPostedForm } from '../../../../server/api/session/posted.ts'
import { PLACEMENTS } from '../../../../server/portal/placements.ts'
import { apiWorld } from '../../../support/api-world.ts'

const roles: Role[] = ['head']
const CODES = [
  'CRM_DYNAMIC_{request}_DETAIL_TAB',
  'CRM_DYNAMIC_{carrier}_DETAIL_ACTIVITY',
  'CRM_LEAD_DETAIL_ACTIVITY',
  'CRM_DEAL_DETAIL_TAB',
  'CRM_COMPANY_DETAIL_TAB',
  'CALL_CARD',
  'LEFT_MENU',
  'CRM_ANALYTICS_MENU',
  'TASK_VIEW_TAB',
]
const WIDGET = 'test-form'

// The list is shared by all tests of a process: what is put in is taken out again.
beforeAll(() => {
  for (const code of CODES) PLACEMENTS.push({ code, widget: WIDGET, titles: { ru: 'Ф', en: 'F' }, opensFor: roles })
})
afterAll(() => {
  PLACEMENTS.splice(PLACEMENTS.length - CODES.length)
})

let world: Awaited<ReturnType<typeof apiWorld>>
beforeEach(async () => {
  world = await apiWorld()
})

const stand = (code: string, options: Record<string, unknown>, widget = WIDGET) =>
  standingOf(
    world.room,
    readPostedForm({ member_id: 'm', AUTH_ID: 't', PLACEMENT: code, PLACEMENT_OPTIONS: JSON.stringify(options) }, {}),
    widget,
  )

describe('Where somebody stands', () => {
  test.each([
    ['CRM_DYNAMIC_1036_DETAIL_TAB', { ID: '5' }, { kind: 'request', id: 5, entityTypeId: 1036 }],
    ['CRM_DYNAMIC_1048_DETAIL_ACTIVITY', { ENTITY_ID: '6' }, { kind: 'carrier', id: 6, entityTypeId: 1048 }],
    ['CRM_LEAD_DETAIL_ACTIVITY', { ID: '7' }, { kind: 'lead', id: 7, entityTypeId: 1 }],
    ['CRM_DEAL_DETAIL_TAB', { ID: 8 }, { kind: 'deal', id: 8, entityTypeId: 2 }],
    ['CRM_COMPANY_DETAIL_TAB', { ID: '9' }, { kind: 'company', id: 9, entityTypeId: 4 }],
  ])('%s is a card', (code, options, card) => {
    expect(stand(code, options)).toEqual({ card, opensFor: roles })
  })

  test('a call knows the card of whoever calls, where the portal has found one', () => {
    expect(stand('CALL_CARD', { CRM_ENTITY_TYPE: 'LEAD', CRM_ENTITY_ID: '3', PHONE_NUMBER: '+7' }).card).toEqual({
      kind: 'lead',
      id: 3,
      entityTypeId: 1,
    })
    expect(stand('CALL_CARD', { PHONE_NUMBER: '+7' }).card).toBeNull()
    expect(stand('CALL_CARD', { CRM_ENTITY_TYPE: 'constructor', CRM_ENTITY_ID: '3' }).card).toBeNull()
    expect(stand('CALL_CARD', { CRM_ENTITY_TYPE: 'LEAD', CRM_ENTITY_ID: '-3' }).card).toBeNull()
  })

  test.each(['LEFT_MENU', 'CRM_ANALYTICS_MENU'])('%s is a page without a card', (code) => {
    expect(stand(code, {}).card).toBeNull()
  })

  test('a card that is not saved yet has to be saved first', () => {
    expect(() => stand('CRM_LEAD_DETAIL_ACTIVITY', { ID: '0' })).toThrow(/not saved yet/)
  })

  test('a widget opens only where it was bound, and only in types we know', () => {
    expect(() => stand('CRM_LEAD_DETAIL_ACTIVITY', { ID: '7' }, 'carriers')).toThrow(/does not open/)
    expect(() => stand('CRM_DYNAMIC_9999_DETAIL_TAB', { ID: '7' })).toThrow(/does not open/)
    expect(() => stand('TASK_VIEW_TAB', { ID: '7' })).toThrow(/does not open/)
  })
})
