import type { Ask } from './working-requests.ts'

const phone = { PHONE: [{ VALUE: '+7 999 000-33-22', VALUE_TYPE: 'WORK' }] }
const email = { EMAIL: [{ VALUE: 'anna@client.example', VALUE_TYPE: 'WORK' }] }
const link = {
  IM: [{ VALUE: 'imol|1', VALUE_TYPE: 'IMOL' }],
  WEB: [{ VALUE: 'https://client.example', VALUE_TYPE: 'WORK' }],
}
const reach = { ...phone, ...email, ...link }
const address = { ADDRESS: 'ул. Мира, 4', ADDRESS_CITY: 'Казань' }

const examples: Record<string, Record<string, unknown>> = {
  lead: { TITLE: 'Звонок', NAME: 'Анна', BIRTHDATE: '1990-01-01', COMPANY_ID: 4, ...reach, ...address },
  deal: { TITLE: 'Рейс', COMPANY_ID: 4, OPPORTUNITY: 95_000, CURRENCY_ID: 'RUB', BEGINDATE: '2025-11-24' },
  contact: { NAME: 'Анна', LAST_NAME: 'Ли', COMPANY_ID: 4, ...reach, ...address },
  company: { TITLE: 'ООО «Путь»', COMPANY_TYPE: 'SUPPLIER', ...reach, ...address, REG_ADDRESS: 'ул. Труда, 1' },
}

/** A request for each of the older methods of leads, deals, contacts and companies. */
export async function legacyRequests(ask: Ask): Promise<Record<string, Record<string, unknown>>> {
  const requests: Record<string, Record<string, unknown>> = {}
  for (const [word, fields] of Object.entries(examples)) {
    const add = async () => Number((await ask(`crm.${word}.add`, { fields })).body.result)
    const [id, doomed] = [await add(), await add()]
    requests[`crm.${word}.add`] = { fields, params: { REGISTER_SONET_EVENT: 'Y' } }
    requests[`crm.${word}.get`] = { id }
    requests[`crm.${word}.list`] = {
      filter: { ID: id },
      order: { ID: 'DESC' },
      select: ['*', 'PHONE', 'EMAIL', 'UF_*'],
    }
    requests[`crm.${word}.update`] = { id, fields: { COMMENTS: 'Позвонить завтра' } }
    requests[`crm.${word}.delete`] = { id: doomed }
    requests[`crm.${word}.fields`] = {}
    const field = (FIELD_NAME: string) => ({
      FIELD_NAME,
      USER_TYPE_ID: 'enumeration',
      LIST: [{ VALUE: 'Раз', DEF: 'Y' }],
    })
    const addField = async (name: string) =>
      Number((await ask(`crm.${word}.userfield.add`, { fields: field(name) })).body.result)
    const [kept, gone] = [await addField('KEPT'), await addField('GONE')]
    requests[`crm.${word}.userfield.add`] = { fields: field('FRESH') }
    requests[`crm.${word}.userfield.get`] = { id: kept }
    requests[`crm.${word}.userfield.list`] = { order: { SORT: 'ASC' } }
    requests[`crm.${word}.userfield.update`] = { id: kept, fields: { EDIT_FORM_LABEL: { ru: 'Выбор' } } }
    requests[`crm.${word}.userfield.delete`] = { id: gone }
  }
  return requests
}
