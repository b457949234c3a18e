import { dialogOf } from '../rules/chats/dialogs.ts'
import { printMember } from '../rules/chats/print.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger } from '../rules/params.ts'

const usual = 50

export const method: Method = {
  scope: 'im',
  run(call) {
    const { userIds } = dialogOf(call)
    const number = (name: string, byDefault: number): number =>
      Math.max(0, toInteger(anyCase(call.params, name)) ?? byDefault)
    const after = number('LAST_ID', 0)
    const ids = userIds.filter((id) => id > after).sort((one, other) => one - other)
    const page = ids.slice(number('OFFSET', 0)).slice(0, number('LIMIT', usual))
    const people = page.flatMap((id) => call.portal.users.get(id) ?? [])
    return { result: people.map((person) => printMember(person, call.portal.now())), total: userIds.length }
  },
}
