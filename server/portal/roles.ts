import type { Role } from '../../contract/codes.ts'

export interface RoleUser {
  id: number
  departmentIds: readonly number[]
  isAdmin: boolean
}

export interface RoleDepartment {
  id: number
  name: string
  parentId: number | null
  headId: number | null
}

/** Which role the people of a department have; set at install by guess, corrected in the settings. */
export type DepartmentRoles = Record<number, Role>

/** Heads of these departments lead people who deal with clients and carriers. */
const LED_ROLES: Role[] = ['logist', 'manager']

/**
 * A person's roles: from the nearest department above him that has one, `head` where he leads sales or logistics,
 * `director` also for the head of the whole company, `admin` by the portal's own word.
 */
export function rolesOf(user: RoleUser, departments: readonly RoleDepartment[], roles: DepartmentRoles): Role[] {
  const byId = new Map(departments.map((department) => [department.id, department]))
  const found = new Set<Role>()
  for (const id of user.departmentIds) {
    const role = roleOfDepartment(id, byId, roles)
    if (role) found.add(role)
  }
  for (const department of departments) {
    if (department.headId !== user.id) continue
    if (department.parentId === null || !byId.has(department.parentId)) found.add('director')
    const role = roleOfDepartment(department.id, byId, roles)
    if (role) found.add(role)
    if (role && LED_ROLES.includes(role)) found.add('head')
  }
  if (user.isAdmin) found.add('admin')
  return [...found]
}

function roleOfDepartment(id: number, byId: Map<number, RoleDepartment>, roles: DepartmentRoles): Role | null {
  // A portal may hold a circle of departments; each is looked at once.
  const seen = new Set<number>()
  for (let at: number | null = id; at !== null && !seen.has(at); at = byId.get(at)?.parentId ?? null) {
    if (Object.hasOwn(roles, at)) return roles[at]!
    seen.add(at)
  }
  return null
}

const GUESSES: [RegExp, Role][] = [
  [/безопасн|(^|\s)сб(\s|$)|security/iu, 'security'],
  [/бухгалт|финанс|account|finance/iu, 'accountant'],
  [/кадр|персонал|(^|\s)hr(\s|$)|human/iu, 'hr'],
  [/логист|перевоз|транспорт|диспетч|logist|dispatch/iu, 'logist'],
  [/продаж|менедж|клиент|коммерч|sales/iu, 'manager'],
  [/офис|документ|секретар|делопроизв|office|document/iu, 'office'],
  [/директ|дирекц|руковод|правлен|director|management|board/iu, 'director'],
]

/** A first guess of departments' roles by their names; the root (the company itself) gets none. */
export function guessDepartmentRoles(departments: readonly RoleDepartment[]): DepartmentRoles {
  const roles: DepartmentRoles = {}
  for (const department of departments) {
    if (department.parentId === null) continue
    const guess = GUESSES.find(([pattern]) => pattern.test(department.name))
    if (guess) roles[department.id] = guess[1]
  }
  return roles
}

/** Ids of a department and of everything below it. */
export function departmentTree(rootId: number, departments: readonly RoleDepartment[]): number[] {
  const found = new Set([rootId])
  for (let grown = true; grown;) {
    grown = false
    for (const department of departments) {
      if (department.parentId === null || !found.has(department.parentId) || found.has(department.id)) continue
      found.add(department.id)
      grown = true
    }
  }
  return [...found]
}
