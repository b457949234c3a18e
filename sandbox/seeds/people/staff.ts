import { CAST } from '../cast.ts'
import type { SeedUser } from '../seed.ts'
import { DEPARTMENTS } from './departments.ts'
import { STAFF } from './staff-list.ts'

/** The people of a small office: one of each role, two where work is handed over. */
export const SMALL_STAFF: readonly number[] = [
  CAST.admin,
  CAST.director,
  CAST.salesHead,
  CAST.manager,
  CAST.secondManager,
  CAST.logisticsHead,
  CAST.logist,
  CAST.secondLogist,
  CAST.office,
  CAST.accountant,
  CAST.security,
  CAST.hr,
]

export function makeStaff(only?: readonly number[]): SeedUser[] {
  return STAFF.filter(([id]) => !only || only.includes(id)).map(
    ([id, name, secondName, lastName, gender, department, workPosition, mailbox]) => ({
      id,
      name,
      lastName,
      secondName,
      email: `${mailbox}@mogutin.example`,
      workPosition,
      departmentIds: [department],
      isAdmin: id === CAST.admin,
      active: true,
      phoneInner: String(100 + id),
      gender,
    }),
  )
}

/** Those who answer for clients, and those who look for trucks; heads last, with a few cards of their own. */
export function salesPeople(users: readonly SeedUser[]): number[] {
  return inDepartment(users, DEPARTMENTS.sales, CAST.salesHead)
}

export function logisticsPeople(users: readonly SeedUser[]): number[] {
  return inDepartment(users, DEPARTMENTS.logistics, CAST.logisticsHead)
}

function inDepartment(users: readonly SeedUser[], department: number, head: number): number[] {
  const ids = users.filter((user) => user.departmentIds.includes(department)).map((user) => user.id)
  return [...ids.filter((id) => id !== head), ...ids.filter((id) => id === head)]
}
