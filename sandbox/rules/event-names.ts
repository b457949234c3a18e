import type { Portal } from '../portal.ts'

const triple = ['ADD', 'UPDATE', 'DELETE']
const entities = ['LEAD', 'DEAL', 'CONTACT', 'COMPANY']

/** Events by the scope they need. */
const byScope: Record<string, string[]> = {
  '': [
    'ONAPPINSTALL',
    'ONAPPUNINSTALL',
    'ONAPPUPDATE',
    'ONAPPPAYMENT',
    'ONAPPTEST',
    'ONAPPMETHODCONFIRM',
    'ONOFFLINEEVENT',
  ],
  user: ['ONUSERADD'],
  crm: [
    ...entities.flatMap((entity) => triple.map((action) => `ONCRM${entity}${action}`)),
    ...entities.flatMap((entity) => [...triple, 'SETENUMVALUES'].map((action) => `ONCRM${entity}USERFIELD${action}`)),
    'ONCRMDEALMOVETOCATEGORY',
    ...triple.map((action) => `ONCRMDYNAMICITEM${action}`),
    ...triple.map((action) => `ONCRMTYPE${action}`),
    ...[...triple, 'SETENUMVALUES'].map((action) => `ONCRMTYPEUSERFIELD${action}`),
    ...triple.map((action) => `ONCRMTIMELINECOMMENT${action}`),
    ...triple.map((action) => `ONCRMACTIVITY${action}`),
    ...triple.map((action) => `ONCRMCURRENCY${action}`),
    'ONCRMTIMELINEITEMACTION',
    ...['REQUISITE', 'BANKDETAIL'].flatMap((kind) => triple.map((action) => `ONCRM${kind}${action}`)),
    ...triple.map((action) => `ONCRMDOCUMENTGENERATORDOCUMENT${action}`),
    'ONCRMADDRESSREGISTER',
    'ONCRMADDRESSUNREGISTER',
  ],
  task: [...triple.map((action) => `ONTASK${action}`), ...triple.map((action) => `ONTASKCOMMENT${action}`)],
  telephony: [
    'ONEXTERNALCALLSTART',
    'ONEXTERNALCALLBACKSTART',
    'ONVOXIMPLANTCALLINIT',
    'ONVOXIMPLANTCALLSTART',
    'ONVOXIMPLANTCALLEND',
  ],
  imopenlines: [
    'ONIMCONNECTORDIALOGFINISH',
    'ONIMCONNECTORDIALOGSTART',
    'ONIMCONNECTORLINEDELETE',
    'ONIMCONNECTORMESSAGEADD',
    'ONIMCONNECTORMESSAGEDELETE',
    'ONIMCONNECTORMESSAGEUPDATE',
    'ONIMCONNECTORSTATUSDELETE',
    ...triple.map((action) => `ONOPENLINEMESSAGE${action}`),
  ],
  imbot: ['ONIMBOTMESSAGEADD', 'ONIMBOTMESSAGEUPDATE', 'ONIMBOTMESSAGEDELETE', 'ONIMBOTJOINCHAT', 'ONIMBOTDELETE'],
}

/** Names an application with these scopes may subscribe to; null stands for every scope. */
export function eventNames(portal: Portal, granted: string[] | null, onlyScope = ''): string[] {
  const names: string[] = []
  for (const [scope, events] of Object.entries(byScope)) {
    if (onlyScope !== '' && scope !== onlyScope) continue
    if (scope !== '' && granted !== null && !granted.includes(scope)) continue
    names.push(...events)
    if (scope === 'crm')
      for (const type of portal.types.list())
        names.push(...triple.map((action) => `ONCRMDYNAMICITEM${action}_${type.entityTypeId}`))
  }
  return names
}
