import { departmentTree, guessDepartmentRoles, rolesOf, type DepartmentRoles } from '../../portal/roles.ts'
import type { PortalStore } from '../../store/database.ts'
import { readMeta } from '../../store/meta.ts'
import { readDepartments, readEveryone } from '../../store/people.ts'

/** Who leads whom, as mirrored from the portal. */
export interface PortalStaff {
  salesHeads: number[]
  logisticsHeads: number[]
  directors: number[]
  admins: number[]
}

/**
 * Heads of sales and of logistics, directors and administrators. Of the heads of sales those who lead `askerId`, where
 * there are any: a group's head answers for his own people. Who has left the company is none of them.
 */
export async function staffOfPortal(store: PortalStore, askerId: number, installerId: number): Promise<PortalStaff> {
  const departments = await readDepartments(store)
  const roles = (await readMeta<DepartmentRoles>(store, 'departmentRoles')) ?? guessDepartmentRoles(departments)
  const people = (await readEveryone(store)).filter(({ active }) => active)
  const withRoles = people.map((one) => ({ ...one, roles: rolesOf(one, departments, roles) }))
  const asker = people.find(({ id }) => id === askerId)
  const leadsAsker = (headId: number) =>
    departments.some(
      ({ id, headId: head }) =>
        head === headId && departmentTree(id, departments).some((below) => asker?.departmentIds.includes(below)),
    )
  const isDirector = (one: (typeof withRoles)[number]) => one.roles.includes('director')
  const headsOf = (role: 'manager' | 'logist') => {
    const heads = withRoles.filter((one) => one.roles.includes('head') && one.roles.includes(role) && !isDirector(one))
    const own = heads.filter(({ id }) => id !== askerId && leadsAsker(id))
    return (own.length > 0 ? own : heads).map(({ id }) => id)
  }
  const admins = people.filter(({ isAdmin }) => isAdmin).map(({ id }) => id)
  return {
    salesHeads: headsOf('manager'),
    logisticsHeads: headsOf('logist'),
    directors: withRoles.filter(isDirector).map(({ id }) => id),
    admins: admins.length > 0 ? admins : [installerId],
  }
}
