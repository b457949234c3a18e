import type { LoadKind } from '../../contract/load.ts'
import type { World } from './world.ts'

type Item = Record<string, unknown> & { id: number }

/** What stands in the portal, asked for as its administrator would over REST. */
export function portalFacts(world: World) {
  const typeOf = (name: keyof World['map']['processes']) => world.map.processes[name].entityTypeId

  async function items(entityTypeId: number, filter: Record<string, unknown>): Promise<Item[]> {
    const answer = await world.rest<{ items: Item[] }>('crm.item.list', {
      entityTypeId,
      filter,
      order: { id: 'ASC' },
      select: ['*', 'UF_*'],
      useOriginalUfNames: 'Y',
    })
    return answer.items
  }

  /** Every phone of a list, page by page; digits only, without the country. */
  async function phonesOf(method: 'crm.company.list' | 'crm.contact.list'): Promise<string[]> {
    const phones: string[] = []
    for (let start = 0; ; start += 50) {
      const rows = await world.rest<{ PHONE?: { VALUE: string }[] }[]>(method, { select: ['ID', 'PHONE'], start })
      phones.push(...rows.flatMap((row) => row.PHONE ?? []).map(({ VALUE }) => lastDigits(VALUE)))
      if (rows.length < 50) return phones
    }
  }

  return {
    /** Offers of one carrier under one card, oldest first. */
    offers: (kind: LoadKind, id: number, companyId: number) =>
      items(typeOf('offer'), { [`parentId${typeOf(kind)}`]: id, companyId }),
    /** The timeline's comments, newest first. */
    comments: (kind: LoadKind, id: number) =>
      world.rest<{ AUTHOR_ID: string; COMMENT: string }[]>('crm.timeline.comment.list', {
        filter: { ENTITY_TYPE: `dynamic_${typeOf(kind)}`, ENTITY_ID: id },
        order: { ID: 'DESC' },
      }),
    /** The carrier's entry in the base. */
    baseEntry: async (companyId: number) => (await items(typeOf('carrier'), { companyId }))[0]!,
    card: async (kind: LoadKind, id: number) => (await items(typeOf(kind), { id }))[0]!,
    phones: async () => [...(await phonesOf('crm.company.list')), ...(await phonesOf('crm.contact.list'))],
    async phoneOf(companyId: number): Promise<string> {
      const { PHONE } = await world.rest<{ PHONE: { VALUE: string }[] }>('crm.company.get', { id: companyId })
      return PHONE[0]!.VALUE
    },
    /** Bell notifications of a person about one card, as the tag names it. */
    notices: (userId: number, tag: string) =>
      world.sandbox.portal.state.notifications.ofUser(userId).filter((notice) => notice.tag.startsWith(tag)),
    /** A request somebody has just typed into the portal. */
    async addRequest(from: string, to: string, managerId: number): Promise<number> {
      const { entityTypeId, fields } = world.map.processes.request
      const { item } = await world.rest<{ item: { id: number } }>('crm.item.add', {
        entityTypeId,
        useOriginalUfNames: 'Y',
        fields: {
          title: `${from} — ${to}`,
          assignedById: managerId,
          [fields.LOAD_PLACE!.name]: from,
          [fields.UNLOAD_PLACE!.name]: to,
        },
      })
      return item.id
    },
  }
}

/** The ten digits that make a number somebody's, however it is written. */
export function lastDigits(phone: string): string {
  return phone.replace(/\D/g, '').slice(-10)
}

/** Text in which a phone shows itself however it was parted. */
export function unparted(text: string): string {
  return text.replace(/[\s()+-]/g, '')
}
