import { careful } from './provocations.ts'
import { tiny } from './tiny-seed.ts'
import type { Refuser } from './targeted-provocations.ts'

const cmd = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_one, at) => [`c${at}`, 'server.time']))

/** Refusals of the portal itself, of types, items, funnels, dictionaries and legal data. */
export async function targetedInCrm(refuser: Refuser): Promise<void> {
  await ofThePortal(refuser)
  await ofTypes(refuser)
  await ofFunnels(refuser)
  await ofDictionaries(refuser)
  await ofLegalData(refuser)
  await ofDocuments(refuser)
}

async function ofThePortal({ ask }: Refuser): Promise<void> {
  await ask('batch', { cmd: { a: 'batch' } })
  await ask('batch', { cmd: cmd(51) })
  const page = (at: number) => ({ PLACEMENT: 'REST_APP_URI', HANDLER: `https://reis.example/${at}` })
  for (const at of [1, 2]) await ask('placement.bind', page(at))
  const worker = { PLACEMENT: 'PAGE_BACKGROUND_WORKER', HANDLER: 'https://reis.example/worker' }
  await ask('placement.bind', worker)
  const tab = { PLACEMENT: 'CRM_DEAL_DETAIL_TAB', HANDLER: 'https://reis.example/tab' }
  await ask('placement.bind', { ...tab, USER_ID: 2 })
  await ask('event.unbind', { event: 'ONCRMLEADADD', event_type: 'offline' }, tiny.manager)
  const type = (code: string) => ({ USER_TYPE_ID: code, HANDLER: `https://reis.example/${code}`, TITLE: code })
  for (const code of ['one', 'two']) await ask('userfieldtype.add', type(code))
  await ask('userfieldtype.update', { ...type('one'), HANDLER: type('two').HANDLER })
}

async function ofTypes({ ask }: Refuser): Promise<void> {
  await ask('crm.type.add', { fields: { title: 'Снаружи', isExternal: 'Y' } })
  await ask('crm.type.list', { filter: { nonsense: 1 } })
  await ask('crm.type.delete', { id: tiny.requestRow })
  const won = { entityTypeId: tiny.requests, id: 1, fields: { stageId: 'DT1036_10:WON' } }
  await ask('crm.item.update', won, careful)
  const data = Array.from({ length: 21 }, () => ({ title: 'Из прошлого' }))
  await ask('crm.item.batchImport', { entityTypeId: tiny.deals, data })
}

async function ofFunnels({ ask }: Refuser): Promise<void> {
  const fields = { name: 'Воронка' }
  for (const verb of ['list', 'add', 'get', 'update', 'delete', 'fields'])
    await ask(`crm.category.${verb}`, { entityTypeId: tiny.leads, id: 1, fields })
  const type = { title: 'Без воронок', isCategoriesEnabled: 'N' }
  const made = (await ask('crm.type.add', { fields: type })) as { type: { entityTypeId: number } }
  await ask('crm.category.add', { entityTypeId: made.type.entityTypeId, fields })
  await ask('crm.category.delete', { entityTypeId: tiny.requests, id: 10 })
}

async function ofDictionaries({ ask }: Refuser): Promise<void> {
  const stages = (await ask('crm.status.list', { filter: { ENTITY_ID: 'DYNAMIC_1036_STAGE_10' } })) as { ID: string }[]
  for (const { ID } of stages) await ask('crm.status.delete', { id: ID })
  await ask('crm.status.delete', { id: stages[0]?.ID, params: { FORCED: 'Y' } })
  for (const word of ['contact', 'company']) {
    const id = await ask(`crm.${word}.add`, { fields: { TITLE: 'Анна', NAME: 'Анна' } })
    await ask(`crm.${word}.update`, { id, fields: { EMAIL: [{ VALUE: 'не почта', VALUE_TYPE: 'WORK' }] } })
  }
}

async function ofLegalData({ ask }: Refuser): Promise<void> {
  const requisite = async (ENTITY_ID: number): Promise<number> => {
    const fields = { ENTITY_TYPE_ID: tiny.companies, ENTITY_ID, PRESET_ID: 1, NAME: 'Основной' }
    return Number(await ask('crm.requisite.add', { fields }))
  }
  const account = async (ENTITY_ID: number): Promise<number> =>
    Number(await ask('crm.requisite.bankdetail.add', { fields: { ENTITY_ID, NAME: 'Счёт' } }))
  const ours = Number(await ask('crm.company.add', { fields: { TITLE: 'Мы', IS_MY_COMPANY: 'Y' } }))
  const [client, other, own] = [await requisite(4), await requisite(2), await requisite(ours)]
  const [foreign, ownForeign] = [await account(other), await account(client)]
  const deal = Number(await ask('crm.deal.add', { fields: { TITLE: 'Рейс', COMPANY_ID: 4 } }))
  const link = (more: Record<string, number>) =>
    ask('crm.requisite.link.register', {
      fields: {
        ENTITY_TYPE_ID: tiny.deals,
        ENTITY_ID: deal,
        REQUISITE_ID: 0,
        BANK_DETAIL_ID: 0,
        MC_REQUISITE_ID: 0,
        MC_BANK_DETAIL_ID: 0,
        ...more,
      },
    })
  await link({ REQUISITE_ID: other })
  await link({ REQUISITE_ID: client, BANK_DETAIL_ID: foreign })
  await link({ MC_REQUISITE_ID: client })
  await link({ MC_REQUISITE_ID: own, MC_BANK_DETAIL_ID: ownForeign })
}

async function ofDocuments({ ask }: Refuser): Promise<void> {
  const file = ['a.docx', 'YQ==']
  const fields = { name: 'Акт', file, numeratorId: 1, region: 'ru', entityTypeId: ['1036'], users: ['UA'] }
  const made = (await ask('crm.documentgenerator.template.add', { fields })) as { template: { id: string } }
  const on = { templateId: made.template.id, entityTypeId: tiny.leads, entityId: 5 }
  const { document } = (await ask('crm.documentgenerator.document.add', on)) as { document: { id: number } }
  const { id } = document
  // Leads are closed to logists, CRM as a whole is not.
  for (const verb of ['get', 'update', 'getfields', 'enablepublicurl'])
    await ask(`crm.documentgenerator.document.${verb}`, { id, values: {}, status: 1 }, tiny.logist)
  await ask('crm.documentgenerator.document.list', { filter: { entityTypeId: tiny.leads } }, tiny.logist)
  await ask('crm.documentgenerator.document.list', { select: ['entityTypeId'] })
}
