import type { Department, Person, Reach } from '../state/people.ts'
import type { State } from '../state/state.ts'

/** Whose items a user may touch: everybody's, or those assigned to these users. */
export type Visibility = 'all' | ReadonlySet<number>

export type Rights = ReturnType<typeof createRights>

const order: Reach[] = ['none', 'own', 'department', 'all']

/**
 * Rights by department. A department without rights of its own takes its nearest superior's; a type nobody
 * mentions is open, as a new smart process is; of several departments the widest right counts.
 */
export function createRights(state: State) {
  let cache = new Map<string, Visibility>()

  function reach(person: Person, entityTypeId: number, action: 'read' | 'write'): Reach {
    const departments = new Map(state.people.departments().map((department) => [department.id, department]))
    const rights = state.people.rights()
    let widest: Reach = 'none'
    for (const id of person.departmentIds) {
      for (let at = departments.get(id); at; at = parentOf(at, departments)) {
        const own = rights.filter((right) => right.departmentId === at?.id)
        if (own.length === 0) continue
        const right = own.find((candidate) => candidate.entityTypeId === entityTypeId)
        widest = wider(widest, right ? right[action] : 'all')
        break
      }
    }
    const isMentioned = person.departmentIds.some((id) => hasRights(id, departments, rights))
    return isMentioned ? widest : 'all'
  }

  function visibility(userId: number, entityTypeId: number, action: 'read' | 'write'): Visibility {
    const key = `${userId}/${entityTypeId}/${action}`
    const known = cache.get(key)
    if (known) return known
    const found = compute(userId, entityTypeId, action)
    cache.set(key, found)
    return found
  }

  function compute(userId: number, entityTypeId: number, action: 'read' | 'write'): Visibility {
    const person = state.people.get(userId)
    if (!person?.active) return new Set()
    if (person.isAdmin) return 'all'
    const level = reach(person, entityTypeId, action)
    if (level === 'all') return 'all'
    if (level === 'none') return new Set()
    if (level === 'own') return new Set([userId])
    const team = withChildren(person.departmentIds, state.people.departments())
    const members = state.people.list().filter((member) => member.departmentIds.some((id) => team.has(id)))
    return new Set([userId, ...members.map((member) => member.id)])
  }

  return {
    visibility,
    may(userId: number, entityTypeId: number, action: 'read' | 'write', assignedById: number): boolean {
      const visible = visibility(userId, entityTypeId, action)
      return visible === 'all' || visible.has(assignedById)
    },
    /** A person who may change nothing of this type may not add to it either. */
    mayAdd(userId: number, entityTypeId: number): boolean {
      const visible = visibility(userId, entityTypeId, 'write')
      return visible === 'all' || visible.size > 0
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

function hasRights(id: number, all: Map<number, Department>, rights: { departmentId: number }[]): boolean {
  for (let at = all.get(id); at; at = parentOf(at, all))
    if (rights.some((right) => right.departmentId === at?.id)) return true
  return false
}

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
