import type { Person } from '../state/people.ts'
import { accessDenied, RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger, toText } from '../rules/params.ts'
import { tell } from '../rules/tell.ts'
import { formatInstant } from '../rules/time.ts'
import { asList } from '../rules/values.ts'

/**
 * Somebody is hired; who is in no department comes from outside.
 * Documented at https://apidocs.bitrix24.com/api-reference/user/user-add.html
 */
export const method: Method = {
  scope: 'user',
  isWrite: true,
  adminOnly: () => accessDenied('Access denied.'),
  run(call) {
    const { portal, params } = call
    const text = (name: string): string => toText(anyCase(params, name)).trim()
    const email = text('EMAIL')
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new RestError(400, 'ERROR_CORE', 'Wrong email.')
    if (portal.users.list().some((person) => person.email.toLowerCase() === email.toLowerCase()))
      throw new RestError(400, 'ERROR_CORE', 'A user with this e-mail already exists.')
    const known = new Set(portal.departments.list().map((department) => department.id))
    const departmentIds = asList(anyCase(params, 'UF_DEPARTMENT'))
      .map((id) => toInteger(id) ?? 0)
      .filter((id) => known.has(id))
    const gender = text('PERSONAL_GENDER')
    const id = Math.max(0, ...portal.users.list().map((person) => person.id)) + 1
    const person: Person = {
      id,
      name: text('NAME'),
      lastName: text('LAST_NAME'),
      secondName: text('SECOND_NAME'),
      email,
      workPosition: text('WORK_POSITION'),
      departmentIds,
      isAdmin: false,
      active: true,
      phoneInner: text('UF_PHONE_INNER') || null,
      gender: gender === 'M' || gender === 'F' ? gender : '',
    }
    portal.state.people.addPerson(person)
    portal.rights.forget()
    const now = formatInstant(Math.floor(portal.now() / 1000))
    tell(call, 'ONUSERADD', {
      ID: id,
      ACTIVE: 'Y',
      EMAIL: email,
      NAME: person.name,
      LAST_NAME: person.lastName,
      PERSONAL_GENDER: person.gender,
      PERSONAL_BIRTHDAY: text('PERSONAL_BIRTHDAY'),
      UF_DEPARTMENT: departmentIds,
      DATE_REGISTER: now,
      WORK_POSITION: person.workPosition,
      UF_EMPLOYMENT_DATE: text('UF_EMPLOYMENT_DATE'),
    })
    return { result: id }
  },
}
