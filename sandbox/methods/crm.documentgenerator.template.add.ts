import { checkTemplateRight, numerator, plainError, printTemplate } from '../rules/documents/templates.ts'
import type { Method } from '../rules/method.ts'
import { isYes, requiredMap, toInteger, toText } from '../rules/params.ts'
import { asList } from '../rules/values.ts'

/** The file is kept by its name: this portal prints nothing. */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    checkTemplateRight(call)
    const fields = requiredMap(call.params, 'fields')
    const needed = ['name', 'file', 'numeratorId', 'region', 'entityTypeId']
    const empty = needed.filter((name) => fields[name] === undefined || fields[name] === '')
    if (empty.length > 0) throw plainError(`Empty required fields: ${empty.join(', ')}`)
    if (toText(fields['numeratorId']) !== numerator.id) throw plainError('Numerator not found')
    const [fileName] = asList(fields['file']).map(toText)
    if (!/\.docx$/i.test(fileName ?? '')) throw plainError('Wrong file type')
    const now = Math.floor(call.portal.now() / 1000)
    const template = call.portal.state.documents.templates.add({
      name: toText(fields['name']),
      region: toText(fields['region']),
      fileName: fileName ?? '',
      numeratorId: Number(numerator.id),
      isActive: isYes(fields['active'] ?? 'Y'),
      withStamps: isYes(fields['withStamps']),
      users: asList(fields['users'] ?? ['UA']).map(toText),
      sort: toInteger(fields['sort']) ?? 500,
      entityTypeIds: asList(fields['entityTypeId']).map(toText),
      created: now,
      updated: now,
    })
    return { result: { template: printTemplate(call, template) } }
  },
}
