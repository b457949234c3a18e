import { dayAt, dayText, minuteAt, momentText } from '../days.ts'
import { mix, Random } from '../random.ts'
import { REQUEST } from '../schema/processes.ts'
import type { SeedItem } from '../seed.ts'
import { wakingMinute } from '../world/office-hours.ts'
import type { RequestPlan } from '../world/request-plan.ts'
import type { World } from '../world/world.ts'
import { clientContactId } from './contacts.ts'
import { loadTitle, loadValues } from './load-values.ts'

const LOST_COMMENTS: Record<string, readonly string[]> = {
  rate: ['Готовы везти дешевле на 8 тысяч', 'Дорого, ищут дальше'],
  competitor: ['Отдали другому экспедитору', 'Нашли раньше нас'],
  silent: ['Не берёт трубку третий день'],
  no_truck: ['Не нашли реф на дату', 'Никто не поехал в эту сторону'],
  postponed: ['Груз будет готов через месяц'],
}

export function* requestItems(world: World, requests: readonly RequestPlan[]): Generator<SeedItem> {
  for (const request of requests) yield requestItem(world, request)
}

function requestItem(world: World, request: RequestPlan): SeedItem {
  const { load, stage, lostReason } = request
  const { client } = load
  const random = new Random(mix(load.seed, 29))
  const closed = stage === 'WON' || stage === 'LOST'
  const decided = minuteAt(dayAt(load.createdAt) + random.integer(1, 3), 17 * 60)
  const touched = wakingMinute(random, load.createdAt, world.end)
  const updatedAt = Math.min(closed ? decided : touched, world.end)
  const comment = lostReason === null ? undefined : LOST_COMMENTS[lostReason]
  const fields: Record<string, unknown> = {
    title: loadTitle(load),
    stageId: REQUEST.stage(stage),
    categoryId: REQUEST.categoryId,
    assignedById: client.manager,
    createdBy: client.manager,
    updatedBy: client.manager,
    createdTime: momentText(load.createdAt),
    updatedTime: momentText(updatedAt),
    companyId: client.id,
    contactIds: [clientContactId(client)],
    opportunity: request.clientRate ?? 0,
    currencyId: 'RUB',
    isManualOpportunity: 'Y',
  }
  if (request.leadId !== null) fields.parentId1 = request.leadId
  else if (client.dealId !== null) fields.parentId2 = client.dealId
  REQUEST.write(fields, loadValues(load, request.clientVat, request.clientRate), {
    KIND: request.kind,
    LOST_REASON: lostReason,
    LOST_COMMENT: comment && random.chance(0.6) ? random.pick(comment) : null,
    NEXT_CONTACT_ON: stage === 'PAUSE' ? dayText(world.today + random.integer(1, 9)) : null,
  })
  return { entityTypeId: REQUEST.entityTypeId, id: request.id, fields }
}
