import type { DealRow } from '../../store/lead-and-deal-writer.ts'
import type { Item } from './item-reader.ts'
import { readId, readText } from './portal-values.ts'
import { readStandard } from './standard-fields.ts'

const SEMANTICS = new Map<string, 'S' | 'F'>([
  ['WON', 'S'],
  ['LOSE', 'F'],
  ['APOLOGY', 'F'],
])

/** «Заявка № 77», «перевозка по заявке 77»: robots that copy a deal write the trip's order into its notes or title. */
const NAMED = /(?:^|[^а-яё])заявк[аеуи]\s*(?:№|#|n)?\s*(\d{1,9})(?!\d)/iu

function orderNamed(item: Item): number | null {
  const texts = [readText(item.additionalInfo, 2000), readText(item.title, 300)]
  for (const text of texts) {
    const id = NAMED.exec(text ?? '')?.[1]
    if (id) return readId(id)
  }
  return null
}

/** A deal's stage without its funnel's prefix («C5:NEW» → «NEW»). */
export function indexDeal(item: Item): DealRow | null {
  const standard = readStandard(item)
  if (!standard) return null
  const full = readText(item.stageId, 60) ?? ''
  const stage = full.slice(full.indexOf(':') + 1)
  const told = readText(item.stageSemanticId, 1)
  const semantics = told === 'S' || told === 'F' ? told : (SEMANTICS.get(stage) ?? 'P')
  return { ...standard, stage, semantics, orderId: orderNamed(item) }
}
