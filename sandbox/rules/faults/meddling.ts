import type { Portal } from '../../portal.ts'
import type { UserField } from '../../state/user-fields.ts'
import { keyOf } from '../../state/items.ts'
import { userFieldEntities } from '../catalogue.ts'
import { RestError } from '../errors.ts'
import { anyCase, toInteger, toMap, toText, type Params } from '../params.ts'

/** What other people do to the portal between two calls of the application. */
export interface Meddling {
  /** Before the method is carried out: an item about to be written, a field about to be used. */
  before(method: string, params: Params, isWrite: boolean): Promise<void>
  /** After an item was read. */
  after(method: string, params: Params, isWrite: boolean, result: unknown): Promise<void>
}

interface Target {
  entityTypeId: number
  id: number
}

const native: Record<string, number> = { lead: 1, deal: 2, contact: 3, company: 4 }

export function createMeddling(portal: Portal): Meddling {
  const admin = (): number => portal.users.list().find((person) => person.isAdmin)?.id ?? 1

  async function act(userId: number, method: string, params: Params): Promise<void> {
    try {
      await portal.call({ kind: 'user', userId }, method, params)
    } catch (error) {
      // Somebody who may not do it does not do it; a fault must not become the caller's error.
      if (!(error instanceof RestError)) throw error
    }
  }

  async function meddleWithItem(method: string, target: Target | null): Promise<void> {
    const item = target && portal.state.items.get(target.entityTypeId, target.id)
    if (!item) return
    const { entityTypeId, id } = item
    const changed = portal.faults.strike('item-changed', [method])
    if (changed) {
      const fields = changed.fault.fields ?? { title: `${toText(item.values['title'])} (изменено)` }
      const params = { entityTypeId, id, fields, useOriginalUfNames: 'Y' }
      await act(changed.fault.userId ?? admin(), 'crm.item.update', params)
    }
    if (portal.faults.strike('item-deleted', [method])) await act(admin(), 'crm.item.delete', { entityTypeId, id })
  }

  /** The field of that name, or one picked by `luck`, a number from 0 to below 1. */
  function fieldOf(wanted: string | undefined, luck: number): UserField | undefined {
    const fields = portal.state.userFields.list()
    if (wanted !== undefined) return fields.find((field) => field.fieldName === wanted)
    const own = fields.filter((field) => !Object.values(userFieldEntities).includes(field.entityId))
    return own[Math.floor(luck * own.length)]
  }

  async function meddleWithFields(method: string): Promise<void> {
    const removed = portal.faults.strike('field-removed', [method])
    const lost = removed && fieldOf(removed.fault.field, removed.roll('field'))
    if (lost) await act(admin(), 'userfieldconfig.delete', { moduleId: 'crm', id: lost.id })
    const renamed = portal.faults.strike('field-renamed', [method])
    const field = renamed && fieldOf(renamed.fault.field, renamed.roll('field'))
    if (field) rename(field, renamed.fault.to ?? `${field.fieldName}_2`)
  }

  /** A code cannot be changed in a portal: a field of the same kind takes the old one's place, with its values. */
  function rename(field: UserField, fieldName: string): void {
    const { state, events, catalogue } = portal
    const type = portal.types.list().find((one) => `CRM_${one.id}` === field.entityId)
    const entityTypeId = type?.entityTypeId ?? native[field.entityId.slice('CRM_'.length).toLowerCase()] ?? 0
    const id = state.meta.nextId('userField')
    state.db.transaction(() => {
      state.userFields.remove(field.id)
      state.userFields.save({ ...field, id, fieldName })
      moveValues(entityTypeId, field.fieldName, fieldName)
    })()
    catalogue.forget()
    const family = type ? 'ONCRMTYPEUSERFIELD' : `ONCRM${field.entityId.slice('CRM_'.length)}USERFIELD`
    const tell = (action: string, ID: number, FIELD_NAME: string): void =>
      events.fire({
        name: `${family}${action}`,
        data: { FIELDS: { ID, ENTITY_ID: field.entityId, FIELD_NAME } },
        userId: admin(),
        connector: '',
      })
    tell('DELETE', field.id, field.fieldName)
    tell('ADD', id, fieldName)
    portal.announce({ kind: 'schema' })
  }

  function moveValues(entityTypeId: number, from: string, to: string): void {
    portal.state.db
      .prepare(
        `UPDATE item SET fields = json_set(json_remove(fields, @from), @to, json_extract(fields, @from))
         WHERE key BETWEEN @first AND @last AND json_extract(fields, @from) IS NOT NULL`,
      )
      .run({ from: `$.${from}`, to: `$.${to}`, first: keyOf(entityTypeId, 0), last: keyOf(entityTypeId + 1, 0) - 1 })
  }

  return {
    async before(method, params, isWrite) {
      await meddleWithFields(method)
      if (isWrite) await meddleWithItem(method, targetOf(method, params))
    },
    async after(method, params, isWrite, result) {
      if (!isWrite) await meddleWithItem(method, targetOf(method, params) ?? firstOf(params, result))
    },
  }
}

/** The one item a call is about, or null. */
function targetOf(method: string, params: Params): Target | null {
  const old = /^crm\.(lead|deal|contact|company)\.(?:get|update|delete)$/i.exec(method)
  if (old) return target(native[(old[1] ?? '').toLowerCase()], anyCase(params, 'id'))
  if (/^crm\.item\./i.test(method)) return target(params['entityTypeId'], params['id'])
  if (!/^crm\.timeline\.comment\.add$/i.test(method)) return null
  const fields = toMap(params['fields'])
  const kind = toText(anyCase(fields, 'ENTITY_TYPE')).toLowerCase()
  return target(native[kind] ?? kind.replace(/^dynamic_/, ''), anyCase(fields, 'ENTITY_ID'))
}

/** Of a page, the first item. */
function firstOf(params: Params, result: unknown): Target | null {
  const first = toMap(toMap(toMap(result)['items'])[0])
  return target(params['entityTypeId'], first['id'])
}

function target(type: unknown, item: unknown): Target | null {
  const [entityTypeId, id] = [toInteger(type), toInteger(item)]
  return entityTypeId !== null && id !== null && id > 0 ? { entityTypeId, id } : null
}
