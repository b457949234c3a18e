import { expect, test } from 'vitest'
import { departmentTree, guessDepartmentRoles, rolesOf, type RoleDepartment } from '../../../server/portal/roles.ts'

const departments: RoleDepartment[] = [
  { id: 1, name: 'Могутин Логистика', parentId: null, headId: 2 },
  { id: 2, name: 'Дирекция', parentId: 1, headId: 2 },
  { id: 3, name: 'Отдел продаж', parentId: 1, headId: 3 },
  { id: 4, name: 'Отдел логистики', parentId: 1, headId: 12 },
  { id: 5, name: 'Группа рефрижераторов', parentId: 4, headId: null },
  { id: 6, name: 'Бухгалтерия', parentId: 1, headId: 25 },
  { id: 7, name: 'Служба безопасности', parentId: 1, headId: 28 },
  { id: 8, name: 'HR', parentId: 1, headId: 30 },
  { id: 9, name: 'Офис', parentId: 1, headId: 22 },
  { id: 10, name: 'Гараж', parentId: 1, headId: null },
]
const roles = guessDepartmentRoles(departments)
const of = (id: number, departmentIds: number[], isAdmin = false) =>
  rolesOf({ id, departmentIds, isAdmin }, departments, roles)

test('departments’ roles are guessed by their names, and the company itself has none', () => {
  expect(roles).toEqual({
    2: 'director',
    3: 'manager',
    4: 'logist',
    6: 'accountant',
    7: 'security',
    8: 'hr',
    9: 'office',
  })
})

test('a logist is who works in logistics, or in a group below it', () => {
  expect(of(13, [4])).toEqual(['logist'])
  expect(of(14, [5])).toEqual(['logist'])
})

test('who leads sales or logistics is a head; who leads the accountants is not', () => {
  expect(of(12, [4])).toEqual(['logist', 'head'])
  expect(of(3, [3])).toEqual(['manager', 'head'])
  expect(of(25, [6])).toEqual(['accountant'])
})

test('the head of the whole company is its director', () => {
  expect(of(2, [1])).toEqual(['director'])
})

test('an administrator is one by the portal’s word, whatever his department', () => {
  expect(of(1, [10], true)).toEqual(['admin'])
  expect(of(99, [])).toEqual([])
})

test('a circle of departments ends the search instead of hanging it', () => {
  const circle = [
    { id: 1, name: 'А', parentId: 2, headId: null },
    { id: 2, name: 'Б', parentId: 1, headId: null },
  ]
  expect(rolesOf({ id: 5, departmentIds: [1], isAdmin: false }, circle, {})).toEqual([])
  expect(departmentTree(1, circle).toSorted()).toEqual([1, 2])
})

test('a department’s people include those of the groups below it', () => {
  expect(departmentTree(4, departments)).toEqual([4, 5])
})
