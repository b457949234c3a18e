import { randomUUID } from 'node:crypto'
import type { CardReference } from '../../contract/card.ts'
import type { DecisionAnswer, RefusalCardAnswer, RefusalView } from '../../contract/refusals.ts'
import type { Session } from '../../contract/session.ts'
import { portalAction } from '../../cli/demo/portal-pages.ts'
import { typeIdOfCard } from '../../server/portal/schema-map.ts'
import type { Ticket, World } from './world.ts'

type Refusable = Extract<CardReference['kind'], 'request' | 'order' | 'lead'>

/** What people do about refusals in a world, and what the portal shows of it. */
export function refusalVisit(world: World) {
  const typeOf = (kind: Refusable) => typeIdOfCard(kind, world.map)

  /** Somebody opens the tab «Отказ» of a card. */
  async function open(userId: number, id: number, kind: Refusable = 'request') {
    const native = kind === 'lead'
    const placement = native ? 'CRM_LEAD_DETAIL_TAB' : `CRM_DYNAMIC_${typeOf(kind)}_DETAIL_TAB`
    const placed = world.sandbox.portal.placements(placement).find(({ handler }) => handler.includes('/w/refusal'))
    if (!placed) throw new Error(`No tab «Отказ» in ${placement}`)
    const ticket = await portalAction<Ticket>(world.sandbox.url, 'frame', {
      viewerId: userId,
      language: 'ru',
      placement,
      placementId: placed.id,
      options: { ID: String(id) },
      uri: native ? `/crm/lead/details/${id}/` : `/crm/type/${typeOf(kind)}/details/${id}/`,
    })
    const boot = (await world.post(ticket)).boot()
    if (boot.state !== 'refusal') throw new Error(`The tab did not open: ${JSON.stringify(boot)}`)
    return boot as { session: Session; answer: RefusalCardAnswer }
  }

  return {
    open,

    async ask(userId: number, id: number, change: Record<string, unknown> = {}, kind: Refusable = 'request') {
      const { session } = await open(userId, id, kind)
      const input = {
        key: randomUUID(),
        card: { kind, id },
        reason: 'debtor',
        comment: 'Должен за три рейса',
        nextContactOn: null,
        ...change,
      }
      const answer = await world.api(session, 'POST', '/api/refusals', input)
      if (answer.status !== 202) throw new Error(`Nothing was asked: ${answer.status} ${await answer.text()}`)
      return { session, input, answer: (await answer.json()) as RefusalCardAnswer }
    },

    async decide(userId: number, refusal: RefusalView, action: string, change: Record<string, unknown> = {}) {
      const { session } = await open(userId, refusal.card.id, refusal.card.kind as Refusable)
      const input = {
        key: randomUUID(),
        refusals: [{ key: refusal.key, version: refusal.version }],
        action,
        text: 'Так и сделаем',
        toUserId: null,
        untilOn: null,
        ...change,
      }
      const answer = await world.api(session, 'POST', '/api/refusals/decisions', input)
      if (answer.status !== 200) throw new Error(`Nothing was decided: ${answer.status} ${await answer.text()}`)
      const [result] = ((await answer.json()) as DecisionAnswer).results
      return result!
    },

    /** Our code of the request's stage in the portal; the portal's own where it is none of ours. */
    async stageOf(id: number): Promise<string> {
      const { stages } = world.map.processes.request
      const { stageId } = await item('request', id)
      return Object.entries(stages).find(([, full]) => full === stageId)?.[0] ?? String(stageId)
    },

    item,

    /** Comments in a card's timeline, oldest first. */
    async comments(id: number, kind: Refusable = 'request'): Promise<string[]> {
      const rows = await world.rest<{ COMMENT: string }[]>('crm.timeline.comment.list', {
        filter: { ENTITY_TYPE: kind === 'lead' ? 'lead' : `dynamic_${typeOf(kind)}`, ENTITY_ID: id },
        order: { ID: 'ASC' },
        select: ['ID', 'COMMENT'],
      })
      return rows.map(({ COMMENT }) => COMMENT)
    },

    /** What somebody finds under his bell. */
    bell: (userId: number): string[] =>
      world.sandbox.portal.state.notifications
        .list()
        .filter((one) => one.userId === userId)
        .map((one) => one.message),

    /** Somebody's tasks in the portal. */
    async tasks(userId: number) {
      const { tasks } = await world.rest<{
        tasks: { title: string; description: string; deadline: string | null; ufCrmTask: string[] }[]
      }>('tasks.task.list', {
        filter: { RESPONSIBLE_ID: userId },
        select: ['ID', 'TITLE', 'DESCRIPTION', 'DEADLINE', 'UF_CRM_TASK'],
      })
      return tasks
    },
  }

  async function item(kind: Refusable, id: number): Promise<Record<string, unknown>> {
    const params = { entityTypeId: typeOf(kind), id, useOriginalUfNames: 'Y' }
    return (await world.rest<{ item: Record<string, unknown> }>('crm.item.get', params)).item
  }
}
