import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { toMap, toText } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'
import { crmModule } from '../rules/user-field-access.ts'
import { printUserField } from '../rules/user-field-print.ts'

/** Labels come only for the language asked for by `select: { 0: '*', language: 'ru' }`; elements never come in a list. */
export const method: Method = {
  scope: 'userfieldconfig',
  run(call) {
    crmModule(call)
    const language = toText(toMap(call.params['select'])['language'])
    const rows = call.portal.state.userFields.list().map((field) => inLanguage(printUserField(field, false), language))
    const page = pageOf(selectRows(rows, call.params['filter'], call.params['order']), call.start)
    return { result: { fields: page.rows }, total: page.total, next: page.next, rows: page.rows.length }
  },
}

const texts = ['editFormLabel', 'listColumnLabel', 'listFilterLabel', 'errorMessage', 'helpMessage', 'languageId']

function inLanguage(row: Record<string, unknown>, language: string): Record<string, unknown> {
  const kept: Record<string, unknown> = { ...row }
  for (const name of texts) {
    const text = toMap(row[name])[language]
    if (language === '') delete kept[name]
    else kept[name] = text === undefined || text === null ? null : { [language]: text }
  }
  return kept
}
