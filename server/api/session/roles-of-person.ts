import type { Role } from '../../../contract/codes.ts'
import { guessDepartmentRoles, rolesOf, type DepartmentRoles } from '../../portal/roles.ts'
import type { PortalStore } from '../../store/database.ts'
import { readMeta } from '../../store/meta.ts'
import { readDepartments, readPeople } from '../../store/people.ts'
import type { ProvedPerson } from './prove.ts'

/** A proved person's roles: by the departments as mirrored, by the settings, and by the portal's word on administrators. */
export async function rolesOfPerson(store: PortalStore, person: ProvedPerson): Promise<Role[]> {
  const departments = await readDepartments(store)
  const chosen = await readMeta<DepartmentRoles>(store, 'departmentRoles')
  const known = (await readPeople(store, [person.userId])).get(person.userId)
  const user = { id: person.userId, departmentIds: known?.departmentIds ?? [], isAdmin: person.isAdmin }
  const own = (await readMeta<Record<number, Role>>(store, 'personRoles'))?.[person.userId]
  const roles = rolesOf(user, departments, chosen ?? guessDepartmentRoles(departments))
  return own && !roles.includes(own) ? [...roles, own] : roles
}
