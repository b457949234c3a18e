import { createHash } from 'node:crypto'
import type { Seed, SeedField, SeedItem } from '../../../../sandbox/seeds/seed.ts'

export const TODAY = '2026-11-23'
export const LEAD = 1
export const DEAL = 2
export const CONTACT = 3
export const COMPANY = 4
export const REQUEST = 1036
export const ORDER = 1040
export const OFFER = 1044
export const CARRIER = 1048

/** Every item of a seed, with its fields readable by our codes. */
export class ReadSeed {
  readonly seed: Seed
  readonly items: SeedItem[]
  readonly byType = new Map<number, Map<number, SeedItem>>()
  private readonly fields = new Map<string, SeedField>()

  constructor(seed: Seed) {
    this.seed = seed
    this.items = [...seed.items]
    for (const item of this.items) {
      const known = this.byType.get(item.entityTypeId) ?? new Map<number, SeedItem>()
      if (known.has(item.id)) throw new Error(`Id ${item.id} of type ${item.entityTypeId} is given twice`)
      this.byType.set(item.entityTypeId, known.set(item.id, item))
    }
    for (const type of seed.types) {
      for (const field of type.fields) this.fields.set(field.fieldName, field)
    }
  }

  of(entityTypeId: number): SeedItem[] {
    return [...(this.byType.get(entityTypeId)?.values() ?? [])]
  }

  get(entityTypeId: number, id: unknown): SeedItem {
    const item = this.byType.get(entityTypeId)?.get(Number(id))
    if (!item) throw new Error(`There is no item ${String(id)} of type ${entityTypeId}`)
    return item
  }

  field(name: string): SeedField | undefined {
    return this.fields.get(name)
  }

  /** The raw value under our field code; undefined where it is not set. */
  raw(item: SeedItem, code: string): unknown {
    const type = this.seed.types.find((one) => one.entityTypeId === item.entityTypeId)
    return item.fields[`UF_CRM_${type?.id}_${code}`]
  }

  text(item: SeedItem, code: string): string {
    return String(this.raw(item, code) ?? '')
  }

  /** Our codes of an enumeration's value, one or many. */
  codes(item: SeedItem, code: string): string[] {
    const type = this.seed.types.find((one) => one.entityTypeId === item.entityTypeId)
    const field = this.fields.get(`UF_CRM_${type?.id}_${code}`)
    return [this.raw(item, code) ?? []].flat().map((id) => {
      const element = field?.items?.find((one) => one.id === id)
      if (!element) throw new Error(`${code} of item ${item.id} holds ${String(id)}, which is no element`)
      return element.xmlId
    })
  }

  /** Roubles of a money field; NaN where it is not set. */
  money(item: SeedItem, code: string): number {
    return Number(this.text(item, code).split('|')[0] || Number.NaN)
  }

  stage(item: SeedItem): string {
    return String(item.fields.stageId).replace(/^DT\d+_\d+:/, '')
  }
}

export function moment(text: unknown): number {
  const at = Date.parse(String(text))
  if (Number.isNaN(at)) throw new Error(`"${String(text)}" is no moment`)
  return at
}

export function fingerprint(seed: Seed): string {
  const hash = createHash('sha256')
  const { items, requisites = [], ...rest } = seed
  hash.update(JSON.stringify(rest))
  for (const requisite of requisites) hash.update(JSON.stringify(requisite))
  for (const item of items) hash.update(JSON.stringify(item))
  return hash.digest('hex')
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
