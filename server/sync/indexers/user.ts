import type { DepartmentRow, UserRow } from '../../store/people-writer.ts'
import type { Item } from './item-reader.ts'
import { readFlag, readId, readList, readText } from './portal-values.ts'

/** A person as `user.get` tells him; guests from outside are not staff. */
export function indexUser(item: Item): UserRow | null {
  const id = readId(item.ID)
  if (id === null) return null
  const departmentIds = readList(item.UF_DEPARTMENT)
    .map(readId)
    .filter((department) => department !== null)
  const staff = item.USER_TYPE === undefined || item.USER_TYPE === 'employee'
  return {
    id,
    name: readText(item.NAME, 100) ?? '',
    lastName: readText(item.LAST_NAME, 100) ?? '',
    position: readText(item.WORK_POSITION, 200),
    departmentIds: JSON.stringify(departmentIds),
    active: staff && (item.ACTIVE === 'true' || readFlag(item.ACTIVE)) ? 1 : 0,
    isAdmin: 0,
  }
}

export function indexDepartment(item: Item): DepartmentRow | null {
  const id = readId(item.ID)
  if (id === null) return null
  return {
    id,
    name: readText(item.NAME, 300) ?? '',
    parentId: readId(item.PARENT),
    headId: readId(item.UF_HEAD),
  }
}
