import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'
import { asList } from '../rules/values.ts'

const groups: Record<string, string> = { G1: 'Администраторы', G2: 'Все пользователи', AU: 'Все авторизованные' }

/** What codes of access mean; unknown ones are left out. */
export const method: Method = {
  scope: 'basic',
  run({ portal, params }) {
    const rows = asList(anyCase(params, 'ACCESS')).flatMap((raw): [string, unknown][] => {
      const code = toText(raw)
      const id = Number(/^(?:U|DR?)(\d+)$/.exec(code)?.[1])
      const person = code.startsWith('U') ? portal.users.get(id) : null
      const name =
        groups[code] ?? (person ? `${person.name} ${person.lastName}`.trim() : portal.departments.get(id)?.name)
      if (name === undefined) return []
      const provider = groups[code] === undefined ? '' : 'Группа'
      return [[code, { provider, name, provider_id: groups[code] === undefined ? 'intranet' : 'group' }]]
    })
    return { result: rows.length === 0 ? [] : (Object.fromEntries(rows) as unknown) }
  },
}
