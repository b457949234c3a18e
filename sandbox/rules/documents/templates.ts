import { checkCrm } from '../crm-access.ts'
import type { DocumentTemplate } from '../../state/documents.ts'
import { RestError, withoutCode } from '../errors.ts'
import type { Call } from '../method.ts'
import { formatInstant } from '../time.ts'

export const accessError = (): RestError => new RestError(400, 'DOCGEN_ACCESS_ERROR', 'Access denied')
export const plainError = (description: string): RestError => new RestError(400, 0, description)

/** Templates are the administrator's business. */
export function checkTemplateRight(call: Call): void {
  checkCrm(call, () => withoutCode('You do not have permissions to modify templates'))
  if (!call.portal.rights.isAdmin(call.caller.userId)) throw accessError()
}

/** This portal has one numerator: whole numbers, one after the other. */
export const numerator = {
  id: '1',
  name: 'Основной нумератор',
  template: '{NUMBER}',
  settings: {
    Bitrix_Main_Numerator_Generator_SequentNumberGenerator: {
      start: 1,
      step: 1,
      periodicBy: null,
      timezone: null,
      isDirectNumeration: false,
      length: 0,
      padString: '0',
    },
  },
}

export function printTemplate(call: Call, template: DocumentTemplate): Record<string, unknown> {
  const link = `${call.portal.url}/bitrix/services/main/ajax.php?action=documentgenerator.template.download&id=${template.id}`
  return {
    id: String(template.id),
    name: template.name,
    region: template.region,
    code: null,
    download: link,
    downloadMachine: link,
    active: template.isActive ? 'Y' : 'N',
    moduleId: 'crm',
    numeratorId: String(template.numeratorId),
    withStamps: template.withStamps ? 'Y' : 'N',
    users: Object.fromEntries(template.users.map((user) => [user, user])),
    isDeleted: 'N',
    sort: String(template.sort),
    entityTypeId: template.entityTypeIds,
    createTime: formatInstant(template.created),
    updateTime: formatInstant(template.updated),
  }
}
