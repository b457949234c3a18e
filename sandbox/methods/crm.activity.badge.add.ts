import { wrongContext } from '../rules/activities/access.ts'
import { printBadge, requiredWord } from '../rules/activities/badges.ts'
import { accessDenied, invalidArgument } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { toText } from '../rules/params.ts'

const types = ['failure', 'success', 'warning', 'primary', 'secondary']

/** A mark of that code takes the place of an earlier one. */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  appOnly: wrongContext,
  adminOnly: accessDenied,
  run(call) {
    const { badges } = call.portal.state.activities
    const [code, title, value, type] = ['code', 'title', 'value', 'type'].map((name) => requiredWord(call, name))
    if (!types.includes(toText(type))) throw invalidArgument(`Invalid value of type: ${types.join(', ')} are allowed`)
    for (const old of badges.marked(toText(code))) badges.remove(old.id)
    const badge = badges.add({ code: toText(code), title, value, type: toText(type) })
    return { result: { badge: printBadge(call, badge) } }
  },
}
