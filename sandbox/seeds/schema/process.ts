import type { SeedStage, SeedType } from '../seed.ts'
import type { FieldPlan } from './field.ts'

export const LEAD = 1
export const DEAL = 2
export const CONTACT = 3
export const COMPANY = 4

/** A value before it takes the portal's spelling: choices by our codes, money in roubles, dates as text. */
export type PlainValue = string | number | boolean | readonly string[] | readonly number[] | null | undefined

interface Column {
  name: string
  type: FieldPlan['type']
  elements: Map<string, number>
}

/** Element ids are unique within the portal, so each process starts where nobody else's can be. */
const ELEMENTS_A_PROCESS = 400

/** A smart process of the seeded portal: its description, and the spelling of its values. */
export class Process {
  readonly type: SeedType
  readonly entityTypeId: number
  private readonly stagePrefix: string
  private readonly columns = new Map<string, Column>()

  constructor(plan: {
    id: number
    entityTypeId: number
    categoryId: number
    title: string
    stages: readonly SeedStage[]
    parents: number[]
    fields: readonly FieldPlan[]
  }) {
    this.entityTypeId = plan.entityTypeId
    this.stagePrefix = `DT${plan.entityTypeId}_${plan.categoryId}:`
    let element = plan.id * ELEMENTS_A_PROCESS
    const fields = plan.fields.map((field) => {
      const name = `UF_CRM_${plan.id}_${field.code}`
      const items = field.choices?.map(([xmlId, value]) => ({ id: ++element, xmlId, value }))
      const elements = new Map((items ?? []).map((item) => [item.xmlId, item.id]))
      this.columns.set(field.code, { name, type: field.type, elements })
      return {
        fieldName: name,
        userTypeId: field.type,
        multiple: field.multiple,
        mandatory: false,
        label: field.label,
        ...(field.settings && { settings: field.settings }),
        ...(items && { items }),
      }
    })
    this.type = {
      id: plan.id,
      entityTypeId: plan.entityTypeId,
      title: plan.title,
      isStagesEnabled: plan.stages.length > 0,
      isClientEnabled: true,
      categories: [{ id: plan.categoryId, name: plan.title, isDefault: true, stages: [...plan.stages] }],
      fields,
      parents: plan.parents,
    }
  }

  stage(statusId: string): string {
    return this.stagePrefix + statusId
  }

  get categoryId(): number {
    return this.type.categories[0]?.id ?? 0
  }

  /** Writes the values under the portal's names into `target`; what is null stays unset, as in a real card. */
  write(target: Record<string, unknown>, ...parts: Record<string, PlainValue>[]): Record<string, unknown> {
    for (const values of parts) {
      for (const code in values) {
        const value = values[code]
        if (value === null || value === undefined) continue
        const column = this.columns.get(code)
        if (!column) throw new Error(`«${this.type.title}» has no field ${code}`)
        target[column.name] = spell(column, value)
      }
    }
    return target
  }
}

function spell(column: Column, value: string | number | boolean | readonly string[] | readonly number[]): unknown {
  if (column.type === 'enumeration') {
    if (Array.isArray(value)) return value.map((code) => elementOf(column, code))
    return elementOf(column, value)
  }
  if (column.type === 'money') return `${String(value)}|RUB`
  if (column.type === 'boolean') return value === true ? 'Y' : 'N'
  return value
}

function elementOf(column: Column, code: unknown): number {
  const id = column.elements.get(String(code))
  if (id === undefined) throw new Error(`${column.name} has no element ${String(code)}`)
  return id
}
