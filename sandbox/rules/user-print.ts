import type { Portal } from '../portal.ts'
import type { Person } from '../state/people.ts'
import { formatInstant } from './time.ts'

/** An employee as `user.get` answers him: ids are text, departments numbers. */
export function printUser(portal: Portal, person: Person): Record<string, unknown> {
  const moment = Math.floor(portal.now() / 1000)
  return {
    ID: String(person.id),
    ACTIVE: person.active,
    NAME: person.name,
    LAST_NAME: person.lastName,
    SECOND_NAME: person.secondName,
    EMAIL: person.email,
    LAST_LOGIN: formatInstant(moment),
    DATE_REGISTER: '2023-01-09T03:00:00+03:00',
    TIME_ZONE: '',
    IS_ONLINE: 'Y',
    TIMESTAMP_X: {},
    LAST_ACTIVITY_DATE: {},
    PERSONAL_GENDER: person.gender,
    PERSONAL_WWW: '',
    PERSONAL_BIRTHDAY: '',
    PERSONAL_MOBILE: '',
    PERSONAL_CITY: '',
    WORK_PHONE: '',
    WORK_POSITION: person.workPosition,
    UF_EMPLOYMENT_DATE: '',
    UF_DEPARTMENT: person.departmentIds,
    ...(person.phoneInner === null ? {} : { UF_PHONE_INNER: person.phoneInner }),
    USER_TYPE: 'employee',
  }
}
