import { documentOf, valuesOf } from '../rules/documents/printed.ts'
import type { Method } from '../rules/method.ts'
import { toText } from '../rules/params.ts'
import { companyType } from '../rules/standard-fields.ts'

/** The placeholders this portal knows: the document's own, and our companies. */
export const method: Method = {
  scope: 'crm',
  run(call) {
    const document = documentOf(call, 'read')
    const given = valuesOf(call.params)
    const own = (title: string, value: string) => ({
      title,
      value,
      required: 'Y',
      group: ['Документ'],
      chain: 'this',
      default: value,
    })
    const companies = call.portal.state.db
      .prepare<[number], { id: number; title: string; fields: string }>(
        'SELECT id, title, fields FROM item WHERE entity_type_id = ? AND fields LIKE \'%"isMyCompany":"Y"%\' ORDER BY id',
      )
      .all(companyType)
    return {
      result: {
        documentFields: {
          DocumentNumber: own('Номер', toText(given['DocumentNumber']) || document.number),
          DocumentTitle: own('Название', toText(given['DocumentTitle']) || document.title),
          MyCompanyUfLogo: {
            title: 'Логотип',
            value: null,
            type: 'IMAGE',
            group: ['Моя компания'],
            chain: 'SOURCE.MY_COMPANY.UF_LOGO',
            default: null,
          },
          MY_COMPANY: {
            title: 'Моя компания',
            value: companies.map(({ id, title }, at) => ({ value: String(id), title, selected: at === 0 })),
            group: ['Моя компания'],
          },
        },
      },
    }
  },
}
