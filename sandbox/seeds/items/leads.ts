import { momentText } from '../days.ts'
import { hubAt } from '../geography/towns.ts'
import { clientName } from '../people/company-names.ts'
import { fullName } from '../people/names.ts'
import { mobile } from '../people/phones.ts'
import { Random } from '../random.ts'
import { LEAD } from '../schema/process.ts'
import type { SeedItem } from '../seed.ts'
import type { LeadPlan } from '../world/lead-plan.ts'
import type { World } from '../world/world.ts'
import { phone } from './companies.ts'
import { clientContactId } from './contacts.ts'
import { loadTitle } from './load-values.ts'

const SOURCES = ['CALL', 'WEB', 'EMAIL', 'RECOMMENDATION', 'ADVERTISING']
const CARRIER_CALLS = 0.2

export function* leadItems(world: World, leads: readonly LeadPlan[]): Generator<SeedItem> {
  for (const lead of leads) yield leadItem(world, lead)
}

function leadItem(world: World, lead: LeadPlan): SeedItem {
  const random = new Random(lead.seed)
  const when = momentText(lead.createdAt)
  const fields: Record<string, unknown> = {
    ...fullName(random),
    stageId: lead.stage,
    sourceId: random.pick(SOURCES),
    assignedById: lead.manager,
    createdBy: lead.manager,
    updatedBy: lead.manager,
    createdTime: when,
    updatedTime: when,
    currencyId: 'RUB',
    opportunity: lead.request?.clientRate ?? 0,
    ...(lead.client ? ofClient(lead, lead.client) : ofStranger(world, random)),
  }
  return { entityTypeId: LEAD, id: lead.id, fields }
}

function ofClient({ request }: LeadPlan, client: NonNullable<LeadPlan['client']>): Record<string, unknown> {
  const route = request ? `: ${loadTitle(request.load)}` : ''
  const contactId = clientContactId(client)
  const who = { companyTitle: client.name, companyId: client.id, contactId, contactIds: [contactId] }
  return { title: `${client.name}${route}`, ...who }
}

/** A new client asks for a price, or a carrier offers his truck. */
function ofStranger(world: World, random: Random): Record<string, unknown> {
  const lane = world.laneWheel.draw(random)
  const route = `${hubAt(lane.from).name} — ${hubAt(lane.to).name}`
  const fm = [phone(mobile(random))]
  if (random.chance(CARRIER_CALLS)) return { title: `Перевозчик предлагает машину: ${route}`, fm }
  const companyTitle = clientName(random)
  return { title: `${companyTitle}: просят цену ${route}`, companyTitle, fm }
}
