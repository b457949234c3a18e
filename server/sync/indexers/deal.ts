import type { DealRow } from '../../store/lead-and-deal-writer.ts'
import type { Item } from './item-reader.ts'
import { readText } from './portal-values.ts'
import { readStandard } from './standard-fields.ts'

const SEMANTICS = new Map<string, 'S' | 'F'>([
  ['WON', 'S'],
  ['LOSE', 'F'],
  ['APOLOGY', 'F'],
])

/** A deal's stage without its funnel's prefix («C5:NEW» → «NEW»). */
export function indexDeal(item: Item): DealRow | null {
  const standard = readStandard(item)
  if (!standard) return null
  const full = readText(item.stageId, 60) ?? ''
  const stage = full.slice(full.indexOf(':') + 1)
  const told = readText(item.stageSemanticId, 1)
  const semantics = told === 'S' || told === 'F' ? told : (SEMANTICS.get(stage) ?? 'P')
  return { ...standard, stage, semantics }
}
