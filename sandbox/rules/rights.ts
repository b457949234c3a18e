import type { AccessRight, Department, Person, Reach } from '../state/people.ts'
import type { State } from '../state/state.ts'

/** Whose items a user may touch: everybody's, or those assigned to these users. */
export type Visibility = 'all' | ReadonlySet<number>

export type Deed = 'read' | 'write' | 'add' | 'delete'

export type Rights = ReturnType<typeof createRights>

const order: Reach[] = ['none', 'own', 'department', 'all']

/**
 * Rights of departments, of their heads and of single persons: of several the widest counts. A department without
 * rights of its own takes its nearest superior's; a type nobody mentions is open, as a new smart process is.
 */
export function createRights(state: State) {
  let cache = new Map<string, Visibility>()

  /** What this person has for the type, one entry a holder; null: a holder that does not mention the type. */
  function grants(person: Person, entityTypeId: number): (AccessRight | null)[] {
    const departments = new Map(state.people.departments().map((department) => [department.id, department]))
    const rights = state.people.rights()
    const held = (holder: string): AccessRight[] => rights.filter((right) => right.holder === holder)
    const found: (AccessRight | null)[] = []
    const take = (own: AccessRight[]): void => {
      if (own.length > 0) found.push(own.find((right) => right.entityTypeId === entityTypeId) ?? null)
    }
    take(held(`U${person.id}`))
    for (const department of departments.values()) if (department.headId === person.id) take(held(`H${department.id}`))
    for (const id of person.departmentIds)
      for (let at = departments.get(id); at; at = parentOf(at, departments)) {
        const own = held(`D${at.id}`)
        if (own.length === 0) continue
        take(own)
        break
      }
    return found
  }

  function reach(person: Person, entityTypeId: number, deed: Deed): Reach {
    const found = grants(person, entityTypeId)
    if (found.length === 0) return 'all'
    return found.map((right): Reach => right?.[deed] ?? 'all').reduce(wider, 'none')
  }

  function visibility(userId: number, entityTypeId: number, deed: Deed): Visibility {
    const key = `${userId}/${entityTypeId}/${deed}`
    const known = cache.get(key)
    if (known) return known
    const found = compute(userId, entityTypeId, deed)
    cache.set(key, found)
    return found
  }

  function compute(userId: number, entityTypeId: number, deed: Deed): Visibility {
    const person = state.people.get(userId)
    if (!person?.active) return new Set()
    if (person.isAdmin) return 'all'
    const level = reach(person, entityTypeId, deed)
    if (level === 'all') return 'all'
    if (level === 'none') return new Set()
    if (level === 'own') return new Set([userId])
    const team = withChildren(person.departmentIds, state.people.departments())
    const members = state.people.list().filter((member) => member.departmentIds.some((id) => team.has(id)))
    return new Set([userId, ...members.map((member) => member.id)])
  }

  return {
    visibility,
    may(userId: number, entityTypeId: number, deed: Deed, assignedById: number): boolean {
      const visible = visibility(userId, entityTypeId, deed)
      return visible === 'all' || visible.has(assignedById)
    },
    /** Whose the new item will be does not matter, only that he may add any at all. */
    mayAdd(userId: number, entityTypeId: number): boolean {
      const visible = visibility(userId, entityTypeId, 'add')
      return visible === 'all' || visible.size > 0
    },
    /** Whether he may move items of this type to that stage. */
    mayMove(userId: number, entityTypeId: number, stageId: string): boolean {
      const person = state.people.get(userId)
      if (!person?.active) return false
      const found = person.isAdmin ? [] : grants(person, entityTypeId)
      return found.length === 0 || found.some((right) => right?.moves?.includes(stageId) ?? true)
    },
    isAdmin: (userId: number): boolean => state.people.get(userId)?.isAdmin === true,
    /** Whether one heads a department the other works in, or one above it. */
    isHeadOf(headId: number, userId: number): boolean {
      const departments = state.people.departments()
      const led = departments.filter((department) => department.headId === headId).map((department) => department.id)
      const team = withChildren(led, departments)
      return state.people.get(userId)?.departmentIds.some((id) => team.has(id)) === true
    },
    forget(): void {
      cache = new Map()
    },
  }
}

const wider = (one: Reach, other: Reach): Reach => (order.indexOf(one) >= order.indexOf(other) ? one : other)

const parentOf = (department: Department, all: Map<number, Department>): Department | undefined =>
  department.parentId === null ? undefined : all.get(department.parentId)

function withChildren(ids: number[], departments: Department[]): Set<number> {
  const team = new Set(ids)
  let size: number
  do {
    size = team.size
    for (const department of departments)
      if (department.parentId !== null && team.has(department.parentId)) team.add(department.id)
  } while (team.size > size)
  return team
}
