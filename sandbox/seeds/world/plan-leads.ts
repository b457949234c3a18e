import { mix, Random } from '../random.ts'
import type { LeadPlan } from './lead-plan.ts'
import { officeMinute } from './office-hours.ts'
import type { RequestPlan, RequestStage } from './request-plan.ts'
import type { World } from './world.ts'

function stageFor(stage: RequestStage): LeadPlan['stage'] {
  if (stage === 'WON') return 'CONVERTED'
  if (stage === 'LOST') return 'JUNK'
  return stage === 'PAUSE' ? 'PAUSE' : 'IN_PROCESS'
}

/** One lead for each request of a client without a permanent deal, and some nobody has asked further yet. */
export function planLeads(world: World, requests: readonly RequestPlan[]): LeadPlan[] {
  const leads: LeadPlan[] = []
  for (const request of requests) {
    const { client, seed, createdAt } = request.load
    if (client.dealId !== null) continue
    const random = new Random(mix(seed, 17))
    request.leadId = leads.length + 1
    leads.push({
      id: request.leadId,
      seed: mix(seed, 19),
      client,
      createdAt: createdAt - random.integer(4, 50),
      stage: stageFor(request.stage),
      manager: client.manager,
      request,
    })
  }
  for (let at = 0; at < world.size.freshLeads; at++) {
    const seed = world.seedOf('lead', at)
    const random = new Random(seed)
    leads.push({
      id: leads.length + 1,
      seed: mix(seed, 19),
      client: null,
      createdAt: officeMinute(random, world.today - 1 - Math.floor(random.next() ** 2 * 20)),
      stage: random.pick(['NEW', 'NEW', 'IN_PROCESS', 'PAUSE', 'JUNK']),
      manager: random.pick(world.managers),
      request: null,
    })
  }
  return leads
}
