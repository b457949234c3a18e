import type { Item } from '../state/items.ts'
import { stageEntered } from './automation.ts'
import type { TypeCatalogue } from './catalogue.ts'
import { accessDenied, invalidField, requiredField, stageDenied } from './errors.ts'
import type { Field } from './field.ts'
import { dealMoved, itemChanged } from './item-events.ts'
import type { Call } from './method.ts'
import { writeMultifields } from './multifields.ts'
import type { Params } from './params.ts'
import { contactType, dealType, leadType } from './standard-fields.ts'
import { semanticsOf } from './stages.ts'
import { removeLegalDataOf } from './requisites/removal.ts'
import { removeTimelineOf } from './timeline/removal.ts'
import { toStored } from './values.ts'

/** Adds an item. Fields the type does not have are ignored, as the vendor does; bad values are refused. */
export function addItem(call: Call, catalogue: TypeCatalogue, fields: Params, original: boolean): Item {
  const { portal, caller } = call
  const { entityTypeId } = catalogue
  if (!portal.rights.mayAdd(caller.userId, entityTypeId)) throw accessDenied()
  const written = readFields(call, catalogue, fields, original)
  const values = { ...defaults(call, catalogue), ...written }
  linkContacts(values, written)
  placeOnStage(call, catalogue, values, null)
  if (written['stageId'] != null) checkMove(call, entityTypeId, values['stageId'])
  check(call, catalogue, values, new Set(catalogue.fields.map((field) => field.name)))
  const moment = Math.floor(portal.now() / 1000)
  const id = portal.state.meta.nextId(`item/${entityTypeId}`)
  if (entityTypeId !== contactType) values['title'] ??= `${portal.catalogue.titleOf(entityTypeId)} #${id}`
  Object.assign(values, {
    createdTime: moment,
    updatedTime: moment,
    createdBy: caller.userId,
    updatedBy: caller.userId,
    lastActivityBy: caller.userId,
    lastActivityTime: moment,
  })
  if (values['stageId'] != null) Object.assign(values, { movedTime: moment, movedBy: caller.userId })
  const item: Item = { entityTypeId, id, values }
  portal.state.db.transaction(() => {
    portal.state.items.save(item, true)
    writeMultifields(portal.state, item, fields['fm'])
    recordMove(call, item, 1)
  })()
  itemChanged(call, 'add', entityTypeId, id)
  stageEntered(call, item)
  return item
}

/** Changes an item. Nothing happens, and nobody is told, when no value differs. */
export function updateItem(call: Call, catalogue: TypeCatalogue, item: Item, fields: Params, original: boolean): Item {
  const { portal, caller } = call
  const written = readFields(call, catalogue, fields, original)
  const values = { ...item.values, ...written }
  linkContacts(values, written)
  placeOnStage(call, catalogue, values, item)
  const changed = new Set(Object.keys(values).filter((name) => !isSame(values[name], item.values[name])))
  if (changed.has('stageId')) checkMove(call, item.entityTypeId, values['stageId'])
  check(call, catalogue, values, changed)
  const touchesMultifields = fields['fm'] !== undefined
  if (changed.size === 0 && !touchesMultifields) return item
  const moment = Math.floor(portal.now() / 1000)
  Object.assign(values, { updatedTime: moment, updatedBy: caller.userId })
  if (changed.has('stageId'))
    Object.assign(values, { movedTime: moment, movedBy: caller.userId, previousStageId: item.values['stageId'] })
  const next: Item = { ...item, values }
  portal.state.db.transaction(() => {
    portal.state.items.save(next, false)
    writeMultifields(portal.state, next, fields['fm'])
    if (changed.has('stageId')) recordMove(call, next, values['stageSemanticId'] === 'P' ? 2 : 3)
  })()
  itemChanged(call, 'update', item.entityTypeId, item.id)
  if (item.entityTypeId === dealType && changed.has('categoryId')) dealMoved(call, next)
  if (changed.has('stageId')) stageEntered(call, next)
  return next
}

export function deleteItem(call: Call, item: Item): void {
  const { state } = call.portal
  state.db.transaction(() => {
    state.items.remove(item.entityTypeId, item.id)
    removeTimelineOf(state, item)
    removeLegalDataOf(state, item.entityTypeId, item.id)
  })()
  itemChanged(call, 'delete', item.entityTypeId, item.id)
}

/** What the item takes; what it does not have, or does not let anybody write, is dropped as the vendor does. */
function readFields(call: Call, catalogue: TypeCatalogue, fields: Params, original: boolean): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, raw] of Object.entries(fields)) {
    const field = catalogue.byName(name, original)
    if (!field || field.isReadOnly || field.isOff === true || field.isHollow === true) {
      if (name !== 'fm') call.request.ignored.push({ method: '', name: `fields.${name}` })
      continue
    }
    values[field.name] = toStored(field, raw)
  }
  return values
}

function defaults(call: Call, catalogue: TypeCatalogue): Record<string, unknown> {
  const values: Record<string, unknown> = { assignedById: call.caller.userId, opened: 'N' }
  const has = (name: string): boolean => catalogue.fields.some((field) => field.name === name && field.isOff !== true)
  if (has('opportunity')) {
    values['opportunity'] = 0
    values['currencyId'] = call.portal.state.currencies.list().find((currency) => currency.isBase)?.code ?? null
  }
  for (const field of catalogue.fields) {
    const preset = field.userField?.elements.filter((element) => element.isDefault).map((element) => element.id) ?? []
    if (preset.length > 0) values[field.name] = field.isMultiple ? preset : preset[0]
    const own = field.userField?.settings['DEFAULT_VALUE']
    if (typeof own === 'string' && own !== '' && field.kind === 'text') values[field.name] = own
  }
  return values
}

/** The first of `contactIds` is the contact, and a contact written alone becomes the first of them. */
function linkContacts(values: Record<string, unknown>, written: Record<string, unknown>): void {
  if ('contactIds' in written) {
    const list = written['contactIds']
    values['contactId'] = Array.isArray(list) ? list[0] : null
  } else if ('contactId' in written) {
    values['contactIds'] = written['contactId'] === null ? null : [written['contactId']]
  }
}

/** Puts the item on a stage of its funnel: the first one when none is named. Throws for a stage of another funnel. */
function placeOnStage(
  call: Call,
  catalogue: TypeCatalogue,
  values: Record<string, unknown>,
  before: Item | null,
): void {
  const { portal } = call
  const { entityTypeId } = catalogue
  const categoryField = catalogue.fields.find((field) => field.name === 'categoryId')
  if (categoryField) {
    const categories = portal.categories(entityTypeId)
    values['categoryId'] ??= (categories.find((category) => category.isDefault) ?? categories[0])?.id ?? 0
    if (categories.length > 0 && !categories.some((category) => category.id === values['categoryId']))
      throw invalidField(categoryField.title)
  }
  const stageField = catalogue.fields.find((field) => field.name === 'stageId' && field.isOff !== true)
  if (!stageField) return
  const stages = portal.stages(entityTypeId, Number(values['categoryId'] ?? 0))
  const isMoved = before !== null && before.values['categoryId'] !== values['categoryId']
  if (isMoved && before.values['stageId'] === values['stageId']) values['stageId'] = null
  values['stageId'] ??= stages[0]?.statusId ?? null
  const stage = stages.find((candidate) => candidate.statusId === values['stageId'])
  if (!stage) throw invalidField(stageField.title)
  values['stageSemanticId'] = semanticsOf(stage)
}

function checkMove(call: Call, entityTypeId: number, stageId: unknown): void {
  if (!call.portal.rights.mayMove(call.caller.userId, entityTypeId, String(stageId))) throw stageDenied()
}

/** Looks at the changed values only: what was there before a rule is left alone. */
function check(call: Call, catalogue: TypeCatalogue, values: Record<string, unknown>, changed: Set<string>): void {
  for (const field of catalogue.fields) {
    if (!changed.has(field.name)) continue
    const value = values[field.name]
    if (value === null || value === undefined) {
      if (field.isRequired && field.isOff !== true) throw requiredField(field.title)
      if (field.name === 'assignedById') throw invalidField(field.title)
      continue
    }
    for (const one of Array.isArray(value) ? value : [value])
      if (!isKnown(call, field, one)) throw invalidField(field.title)
  }
}

const entityTypes: Record<string, number> = {
  crm_lead: leadType,
  crm_contact: contactType,
  crm_company: 4,
  crm_deal: 2,
}

/** Whether what the value points at exists. */
function isKnown(call: Call, field: Field, value: unknown): boolean {
  const { state, users } = call.portal
  if (field.isReadOnly) return true
  if (field.type === 'user' || field.type === 'employee') return users.get(Number(value)) !== null
  if (field.parentEntityTypeId !== undefined) return state.items.exists(field.parentEntityTypeId, Number(value))
  const target = entityTypes[field.type]
  if (target !== undefined) return state.items.exists(target, Number(value))
  if (field.type === 'crm_currency') return state.currencies.list().some((currency) => currency.code === value)
  if (field.type === 'crm_status' && field.statusType !== undefined && field.name !== 'stageId')
    return state.statuses.ofEntity(field.statusType).some((status) => status.statusId === value)
  return true
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

function recordMove(call: Call, item: Item, typeId: 1 | 2 | 3): void {
  if (item.values['stageId'] == null) return
  call.portal.state.history.add({
    entityTypeId: item.entityTypeId,
    ownerId: item.id,
    typeId,
    createdTime: Math.floor(call.portal.now() / 1000),
    categoryId: Number(item.values['categoryId'] ?? 0),
    stageId: String(item.values['stageId']),
    semantics: String(item.values['stageSemanticId'] ?? 'P'),
  })
}
