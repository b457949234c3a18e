import { describe, expect, test } from 'vitest'
import { makeMogutin } from '../../../../sandbox/seeds/mogutin.ts'
import { makeSmall } from '../../../../sandbox/seeds/small.ts'
import { NATIVE_STAGES } from '../../../../sandbox/seeds/schema/stages.ts'
import { COMPANY, CONTACT, DEAL, LEAD, OFFER, ORDER, ReadSeed, REQUEST, TODAY } from './read-seed.ts'

const NATIVE: Record<number, string[]> = {
  [LEAD]: ['NEW', 'IN_PROCESS', 'CONVERTED', 'JUNK', ...(NATIVE_STAGES.STATUS ?? []).map((one) => one.statusId)],
  [DEAL]: ['NEW', 'WON', 'LOSE', ...(NATIVE_STAGES.DEAL_STAGE ?? []).map((one) => one.statusId)],
}

const FORMATS: Record<string, RegExp> = {
  money: /^\d+(\.\d{1,2})?\|RUB$/,
  boolean: /^[YN]$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\+03:00$/,
  integer: /^-?\d+$/,
  double: /^-?\d+(\.\d+)?$/,
  string: /\S/,
}

describe.each([
  ['mogutin', new ReadSeed(makeMogutin({ today: TODAY, scale: 0.15 }))],
  ['small', new ReadSeed(makeSmall({ today: TODAY, scale: 1 }))],
] as const)('seed %s', (_, read) => {
  const people = new Set(read.seed.users.map((user) => user.id))

  test('parents, companies and contacts stand before whatever points at them', () => {
    const seen = new Map<number, Set<number>>()
    const broken: string[] = []
    for (const { entityTypeId, id, fields } of read.items) {
      const point = (type: number, target: unknown): void => {
        if (target != null && !seen.get(type)?.has(Number(target))) {
          broken.push(`${entityTypeId}/${id} → ${type}/${String(target)}`)
        }
      }
      for (const [name, value] of Object.entries(fields)) {
        const parent = /^parentId(\d+)$/.exec(name)
        if (parent) point(Number(parent[1]), value)
      }
      point(COMPANY, fields.companyId)
      point(COMPANY, fields.mycompanyId)
      for (const contact of (fields.contactIds as number[] | undefined) ?? []) point(CONTACT, contact)
      seen.set(entityTypeId, (seen.get(entityTypeId) ?? new Set()).add(id))
    }
    expect(broken).toEqual([])
  })

  test('only the declared parents are used, and each card has the one it needs', () => {
    const parentsOf = (fields: Record<string, unknown>): number[] =>
      Object.keys(fields).flatMap((name) => /^parentId(\d+)$/.exec(name)?.slice(1).map(Number) ?? [])
    for (const type of read.seed.types) {
      for (const item of read.of(type.entityTypeId)) {
        for (const parent of parentsOf(item.fields)) expect(type.parents).toContain(parent)
      }
    }
    const lacking = (type: number, needed: number[]): number[] =>
      read
        .of(type)
        .filter(({ fields }) => !parentsOf(fields).some((one) => needed.includes(one)))
        .map((one) => one.id)
    expect(lacking(REQUEST, [LEAD, DEAL])).toEqual([])
    expect(lacking(ORDER, [DEAL])).toEqual([])
    expect(lacking(OFFER, [REQUEST, ORDER])).toEqual([])
  })

  test('every stage is one of its funnel', () => {
    const known = new Map<number, Set<string>>(
      Object.entries(NATIVE).map(([type, ids]) => [Number(type), new Set(ids)]),
    )
    for (const type of read.seed.types) {
      for (const { id, stages } of type.categories) {
        const ids = stages.map((stage) => `DT${type.entityTypeId}_${id}:${stage.statusId}`)
        if (type.isStagesEnabled) known.set(type.entityTypeId, new Set(ids))
      }
    }
    const unknown = read.items.filter(({ entityTypeId, fields }) => {
      const stages = known.get(entityTypeId)
      return stages ? !stages.has(String(fields.stageId)) : fields.stageId !== undefined
    })
    expect(unknown).toEqual([])
  })

  test('every user field exists and holds a value of its type', () => {
    const wrong = new Set<string>()
    for (const { entityTypeId, fields } of read.items) {
      for (const [name, value] of Object.entries(fields)) {
        if (!name.startsWith('UF_')) continue
        const field = read.field(name)
        const own = read.seed.types.some((type) => type.entityTypeId === entityTypeId && type.fields.includes(field!))
        if (!field || !own || Array.isArray(value) !== (field.multiple ?? false)) wrong.add(name)
        for (const one of [value].flat()) {
          if (field?.userTypeId === 'enumeration') {
            if (!field.items?.some((element) => element.id === one)) wrong.add(name)
          } else if (field?.userTypeId === 'employee') {
            if (!people.has(Number(one))) wrong.add(name)
          } else if (field?.userTypeId === 'crm') {
            read.get(COMPANY, one)
          } else if (!FORMATS[field?.userTypeId ?? '']?.test(String(one))) wrong.add(name)
        }
      }
    }
    expect([...wrong]).toEqual([])
  })

  test('cards belong to people who work here', () => {
    const strangers = read.items.filter(({ fields }) => !people.has(Number(fields.assignedById)))
    expect(strangers).toEqual([])
  })

  test('ids of list elements are unique within the portal', () => {
    const ids = read.seed.types.flatMap((type) =>
      type.fields.flatMap((field) => (field.items ?? []).map((one) => one.id)),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('comments stand under cards that exist', () => {
    expect(read.seed.comments.length).toBeGreaterThan(0)
    for (const { entityTypeId, entityId, authorId } of read.seed.comments) {
      read.get(entityTypeId, entityId)
      expect(people).toContain(authorId)
    }
  })
})
