import type { Seed, SeedField, SeedItem, SeedRights, SeedStage, SeedType } from '../seeds/seed.ts'
import type { Item } from '../state/items.ts'
import type { State } from '../state/state.ts'
import type { UserField } from '../state/user-fields.ts'
import { createCatalogue, type TypeCatalogue } from './catalogue.ts'
import type { Field } from './field.ts'
import { addDictionaries } from './dictionaries.ts'
import { addStages, dealStages, leadStages, semanticsOf, stageDictionary, type StageDraft } from './stages.ts'
import { dealType, leadType } from './standard-fields.ts'
import { plantLegalData } from './seeding-legal-data.ts'
import { plantWorkTime } from './seeding-work-time.ts'
import { newTask, toBinding } from './tasks.ts'
import { parseInstant } from './time.ts'
import { typeFlags } from './type-flags.ts'
import { toStored } from './values.ts'

/** Fills an empty portal from a seed, in one transaction. `now` is in seconds. Throws on a row the portal could not hold. */
export function plantSeed(state: State, seed: Seed, now: number): void {
  state.db.transaction(() => {
    state.meta.set('company', seed.company)
    state.meta.set('language', seed.language)
    if (seed.minimumAnswerMs !== undefined) state.meta.set('minimumAnswerMs', String(seed.minimumAnswerMs))
    plantPeople(state, seed)
    plantNative(state, seed)
    for (const type of seed.types) plantType(state, type, now)
    seed.currencies.forEach((currency, index) =>
      state.currencies.add({ ...currency, sort: (index + 1) * 100, updated: now }),
    )
    plantItems(state, seed.items)
    plantLegalData(state, seed.requisites ?? [], now)
    for (const comment of seed.comments)
      state.comments.save({
        id: state.meta.nextId('comment'),
        entityTypeId: comment.entityTypeId,
        entityId: comment.entityId,
        authorId: comment.authorId,
        created: parseInstant(comment.createdAt) ?? now,
        text: comment.text,
        files: [],
      })
    plantTasks(state, seed, now)
    plantWorkTime(state, seed)
  })()
  state.db.exec('ANALYZE')
}

function plantTasks(state: State, seed: Seed, now: number): void {
  for (const task of seed.tasks ?? []) {
    const created = parseInstant(task.createdAt) ?? now
    state.tasks.save({
      ...newTask(task.id, task.createdBy, created),
      title: task.title,
      description: task.description ?? '',
      responsibleId: task.responsibleId,
      deadline: task.deadline === undefined ? null : parseInstant(task.deadline),
      crm: (task.crm ?? []).map(toBinding),
    })
    state.meta.reserve('task', task.id)
  }
}

function plantPeople(state: State, seed: Seed): void {
  seed.departments.forEach((department, index) => state.people.addDepartment({ ...department, sort: (index + 1) * 10 }))
  for (const user of seed.users)
    state.people.addPerson({
      id: user.id,
      name: user.name,
      lastName: user.lastName,
      secondName: user.secondName ?? '',
      email: user.email,
      workPosition: user.workPosition,
      departmentIds: user.departmentIds,
      isAdmin: user.isAdmin === true,
      active: user.active !== false,
      phoneInner: user.phoneInner ?? null,
      gender: user.gender ?? '',
    })
  for (const right of seed.rights) plantRight(state, right)
}

function plantRight(state: State, right: SeedRights): void {
  const holders = right.userIds?.map((id) => `U${id}`) ?? [
    `${right.isForHead === true ? 'H' : 'D'}${right.departmentId}`,
  ]
  const { read, write } = right
  const types = new Set([read, write, right.add, right.delete, right.moves].flatMap((map) => Object.keys(map ?? {})))
  for (const holder of holders)
    for (const entityTypeId of [...types].map(Number))
      state.people.setRight({
        holder,
        entityTypeId,
        read: read[entityTypeId] ?? 'all',
        write: write[entityTypeId] ?? 'all',
        add: right.add?.[entityTypeId] ?? write[entityTypeId] ?? 'all',
        delete: right.delete?.[entityTypeId] ?? write[entityTypeId] ?? 'all',
        moves: right.moves?.[entityTypeId] ?? null,
      })
}

function plantNative(state: State, seed: Seed): void {
  addDictionaries(state)
  addStages(state, leadType, 0, withExtra(leadStages, seed.nativeStages['STATUS']))
  addStages(state, dealType, 0, withExtra(dealStages, seed.nativeStages['DEAL_STAGE']))
  state.types.saveCategory({ entityTypeId: dealType, id: 0, name: 'Общая', sort: 300, isDefault: true })
  for (const [entityId, fields] of Object.entries(seed.nativeFields))
    for (const field of fields) plantField(state, entityId, field)
}

/** Extra stages stand before the final ones; one of the same code takes the portal's own place. */
function withExtra(own: StageDraft[], extra: SeedStage[] = []): StageDraft[] {
  const replaced = own.map((stage) => extra.find((candidate) => candidate.statusId === stage.statusId) ?? stage)
  const fresh = extra.filter((stage) => !own.some((known) => known.statusId === stage.statusId))
  const order = (stage: StageDraft): number => (stage.semantics === null ? 0 : stage.semantics === 'S' ? 1 : 2)
  return [...replaced, ...fresh].sort((one, other) => order(one) - order(other))
}

function plantType(state: State, type: SeedType, now: number): void {
  state.types.save({
    id: type.id,
    entityTypeId: type.entityTypeId,
    title: type.title,
    code: '',
    flags: { ...typeFlags('Y'), isStagesEnabled: yn(type.isStagesEnabled), isClientEnabled: yn(type.isClientEnabled) },
    linkedUserFields: {},
    createdBy: 1,
    updatedBy: 1,
    createdTime: now,
    updatedTime: now,
  })
  state.meta.reserve('type', type.id)
  for (const parent of type.parents) state.types.relate(parent, type.entityTypeId, true)
  type.categories.forEach((category, index) => {
    state.types.saveCategory({
      entityTypeId: type.entityTypeId,
      id: category.id,
      name: category.name,
      sort: (index + 1) * 100,
      isDefault: category.isDefault,
    })
    state.meta.reserve('category', category.id)
    addStages(state, type.entityTypeId, category.id, category.stages)
  })
  for (const field of type.fields) plantField(state, `CRM_${type.id}`, field)
}

const yn = (value: boolean): 'Y' | 'N' => (value ? 'Y' : 'N')

function plantField(state: State, entityId: string, field: SeedField): void {
  const planted: UserField = {
    id: state.meta.nextId('userField'),
    entityId,
    fieldName: field.fieldName,
    userTypeId: field.userTypeId,
    xmlId: null,
    sort: 100,
    multiple: field.multiple === true,
    mandatory: field.mandatory === true,
    showFilter: 'N',
    editInList: 'Y',
    isSearchable: 'N',
    settings: field.settings ?? {},
    label: field.label,
    help: {},
    elements: (field.items ?? []).map((element, index) => ({
      id: element.id,
      value: element.value,
      isDefault: false,
      sort: (index + 1) * 10,
      xmlId: element.xmlId,
    })),
  }
  state.userFields.save(planted)
  for (const element of planted.elements) state.meta.reserve('enum', element.id)
}

function plantItems(state: State, items: Iterable<SeedItem>): void {
  const catalogue = createCatalogue(state)
  const stages = stageReader(state)
  const highest = new Map<number, number>()
  for (const seeded of items) {
    const fields = catalogue.of(seeded.entityTypeId)
    if (!fields) throw new Error(`The seed has an item of type ${seeded.entityTypeId}, which it does not define.`)
    const item = toItem(seeded, fields)
    const semantics = stages(item)
    if (semantics !== null) item.values['stageSemanticId'] = semantics
    state.items.save(item, true)
    plantMultifields(state, seeded)
    plantHistory(state, item, semantics)
    highest.set(seeded.entityTypeId, Math.max(highest.get(seeded.entityTypeId) ?? 0, seeded.id))
  }
  for (const [entityTypeId, id] of highest) state.meta.reserve(`item/${entityTypeId}`, id)
}

function toItem(seeded: SeedItem, fields: TypeCatalogue): Item {
  const values: Record<string, unknown> = {}
  for (const [name, raw] of Object.entries(seeded.fields)) {
    if (name === 'fm') continue
    const field = fields.byName(name, true)
    if (!field)
      throw new Error(`The seed's item ${seeded.entityTypeId}/${seeded.id} has a field its type does not: ${name}`)
    values[name] = storedFrom(seeded, field, raw)
  }
  const created = values['createdTime']
  if (typeof created !== 'number')
    throw new Error(`The seed's item ${seeded.entityTypeId}/${seeded.id} does not say when it was created`)
  const contacts = values['contactIds']
  if (values['contactId'] == null && Array.isArray(contacts)) values['contactId'] = contacts[0]
  values['assignedById'] ??= 1
  values['createdBy'] ??= values['assignedById']
  values['updatedBy'] ??= values['createdBy']
  values['updatedTime'] ??= created
  values['opened'] ??= 'N'
  values['lastActivityTime'] ??= values['updatedTime']
  values['lastActivityBy'] ??= values['updatedBy']
  if (values['stageId'] != null) {
    values['categoryId'] ??= categoryOf(String(values['stageId']))
    values['movedTime'] ??= values['updatedTime']
    values['movedBy'] ??= values['updatedBy']
  }
  return { entityTypeId: seeded.entityTypeId, id: seeded.id, values }
}

function storedFrom(seeded: SeedItem, field: Field, raw: unknown): unknown {
  try {
    return toStored(field, raw)
  } catch (error) {
    throw new Error(
      `The seed's item ${seeded.entityTypeId}/${seeded.id}: ${field.title} (${field.name}) has a bad value`,
      {
        cause: error,
      },
    )
  }
}

function categoryOf(stageId: string): number {
  const match = /^(?:DT\d+_|C)(\d+):/.exec(stageId)
  return match ? Number(match[1]) : 0
}

/** The semantics of an item's stage; null when its type has no stages. Throws on a stage that does not exist. */
function stageReader(state: State): (item: Item) => string | null {
  const known = new Map<string, string>()
  return (item) => {
    const stageId = item.values['stageId']
    if (stageId == null) return null
    const dictionary = stageDictionary(item.entityTypeId, Number(item.values['categoryId'] ?? 0))
    const key = `${dictionary}/${String(stageId)}`
    if (!known.has(key)) {
      const stage = state.statuses.ofEntity(dictionary).find((status) => status.statusId === stageId)
      if (!stage)
        throw new Error(`The seed's item ${item.entityTypeId}/${item.id} is on no known stage: ${String(stageId)}`)
      known.set(key, semanticsOf(stage))
    }
    return known.get(key) ?? null
  }
}

function plantMultifields(state: State, seeded: SeedItem): void {
  const multifields = seeded.fields['fm']
  if (!Array.isArray(multifields)) return
  for (const field of multifields as { typeId: string; valueType: string; value: string }[])
    state.items.saveMultifield(seeded.entityTypeId, seeded.id, {
      id: state.meta.nextId('multifield'),
      typeId: field.typeId,
      valueType: field.valueType,
      value: field.value,
    })
}

function plantHistory(state: State, item: Item, semantics: string | null): void {
  if (semantics === null) return
  const moved = item.values['movedTime'] ?? item.values['createdTime']
  state.history.add({
    entityTypeId: item.entityTypeId,
    ownerId: item.id,
    typeId: semantics === 'P' ? 1 : 3,
    createdTime: Number(moved),
    categoryId: Number(item.values['categoryId'] ?? 0),
    stageId: String(item.values['stageId']),
    semantics,
  })
}
