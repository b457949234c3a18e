import { mix } from '../random.ts'
import type { SeedField, SeedItem, SeedStage, SeedType } from '../seed.ts'
import type { Process } from '../schema/process.ts'
import type { OwnField } from './own-field.ts'

export interface OwnStage extends SeedStage {
  /** The default portal's stages whose cards stand here. */
  of: readonly string[]
}

export interface OwnPlan {
  id: number
  entityTypeId: number
  categoryId: number
  title: string
  stages: readonly OwnStage[]
  parents: number[]
  fields: readonly OwnField[]
}

/** The portal names a field after the moment it was made. */
export function fieldStamp(typeId: number, index: number): string {
  return `${1_598_000_000_000 + (mix(typeId, index) % 130_000_000) * 1000 + index}`
}

const ELEMENTS_A_PROCESS = 400
const FIRST_ELEMENT = 20_000

/** The portal gives every element of a list a mark of its own, which says nothing. */
export function elementMark(id: number): string {
  return [1, 2, 3, 4].map((part) => mix(id, part).toString(16).padStart(8, '0')).join('')
}

interface Column {
  field: OwnField
  name: string
  /** Element ids by this portal's wording. */
  elements: Map<string, number>
}

/** A process of this portal that says in its own way what one of the default portal says. */
export class OwnProcess {
  readonly type: SeedType
  readonly entityTypeId: number
  private readonly columns: Column[]
  private readonly stageOf: Map<string, string>
  private readonly codeOfElement = new Map<string, Map<number, string>>()

  private readonly source: Process
  readonly plan: OwnPlan

  constructor(source: Process, plan: OwnPlan) {
    this.source = source
    this.plan = plan
    this.entityTypeId = plan.entityTypeId
    this.columns = ownColumns(plan.id, plan.fields)
    this.type = ownType(plan, this.columns)
    this.stageOf = new Map(plan.stages.flatMap((stage) => stage.of.map((code) => [code, stage.statusId] as const)))
    for (const field of source.type.fields)
      this.codeOfElement.set(field.fieldName, new Map(field.items?.map((item) => [item.id, item.xmlId])))
  }

  stage(code: string): string {
    const statusId = this.stageOf.get(code)
    if (statusId === undefined) throw new Error(`«${this.plan.title}» has no stage for ${code}`)
    return `DT${this.entityTypeId}_${this.plan.categoryId}:${statusId}`
  }

  /** The default portal's item as it stands in this portal; `standard` renames its parent links. */
  translate(item: SeedItem, standard: (fields: Record<string, unknown>) => Record<string, unknown>): SeedItem {
    const plain = Object.entries(item.fields).filter(([name]) => !name.startsWith('UF_'))
    const fields = standard(Object.fromEntries(plain))
    fields.categoryId = this.plan.categoryId
    if (typeof fields.stageId === 'string' && this.plan.stages.length)
      fields.stageId = this.stage(fields.stageId.slice(fields.stageId.indexOf(':') + 1))
    const read = (code: string): unknown => this.plainValue(item, code)
    for (const column of this.columns) {
      if (column.field.of === null) continue
      const value = read(column.field.of)
      if (value !== undefined && value !== null) fields[column.name] = spell(column, value, read)
    }
    return { entityTypeId: this.entityTypeId, id: item.id, fields }
  }

  /** A value by the default portal's code, elements as codes. */
  private plainValue(item: SeedItem, code: string): unknown {
    const name = `UF_CRM_${this.source.type.id}_${code}`
    const raw = item.fields[name]
    const codes = this.codeOfElement.get(name)
    if (!codes?.size || raw === undefined) return raw
    return Array.isArray(raw) ? raw.map((id: number) => codes.get(id)) : codes.get(Number(raw))
  }
}

export function ownColumns(typeId: number, fields: readonly OwnField[]): Column[] {
  let element = FIRST_ELEMENT + typeId * ELEMENTS_A_PROCESS
  return fields.map((field, index) => ({
    field,
    name: `UF_CRM_${typeId}_${fieldStamp(typeId, index)}`,
    elements: new Map([...new Set(Object.values(field.words ?? {}))].map((value) => [value, ++element])),
  }))
}

export function ownType(plan: Omit<OwnPlan, 'stages'> & { stages: readonly SeedStage[] }, columns: Column[]): SeedType {
  return {
    id: plan.id,
    entityTypeId: plan.entityTypeId,
    title: plan.title,
    isStagesEnabled: plan.stages.length > 0,
    isClientEnabled: true,
    categories: [
      {
        id: plan.categoryId,
        name: plan.title,
        isDefault: true,
        stages: plan.stages.map(({ statusId, name, color, semantics }) => ({ statusId, name, color, semantics })),
      },
    ],
    fields: columns.map(seedField),
    parents: plan.parents,
  }
}

function seedField({ field, name, elements }: Column): SeedField {
  return {
    fieldName: name,
    userTypeId: field.type,
    multiple: field.multiple,
    mandatory: false,
    label: { ru: field.label, en: field.label },
    ...(field.settings && { settings: field.settings }),
    ...(elements.size && { items: [...elements].map(([value, id]) => ({ id, xmlId: elementMark(id), value })) }),
  }
}

function spell({ field, name, elements }: Column, value: unknown, read: (code: string) => unknown): unknown {
  if (field.words) {
    const element = (code: unknown): number => {
      const id = elements.get(field.words?.[String(code)] ?? '')
      if (id === undefined) throw new Error(`${name} («${field.label}») has no wording for ${String(code)}`)
      return id
    }
    return Array.isArray(value) ? value.map(element) : element(value)
  }
  return field.spell ? field.spell(value, read) : value
}
