import { expect, test } from 'vitest'
import { indexDeal } from '../../../../server/sync/indexers/deal.ts'
import { indexLead } from '../../../../server/sync/indexers/lead.ts'
import { semanticsOf } from '../../../../server/portal/schema-map.ts'
import { defaultMap } from '../../../support/fake-portal.ts'

test.each(['constructor', 'toString', '__proto__', 'valueOf'])('a stage called «%s» is a stage in work', (stageId) => {
  const { request } = defaultMap().processes
  expect(semanticsOf({ ...request, semantics: { 'DT1036_1:WON': 'S' } }, stageId)).toBe('P')
  expect(indexDeal({ id: 5, stageId })?.semantics).toBe('P')
  expect(indexLead({ id: 5, stageId })?.semantics).toBe('P')
})
