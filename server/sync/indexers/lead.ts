import type { LeadRow } from '../../store/lead-and-deal-writer.ts'
import type { Item } from './item-reader.ts'
import { readText } from './portal-values.ts'
import { readStandard } from './standard-fields.ts'

/** Ends of the portal's own funnel of leads; a portal may rename them but not replace them. */
const SEMANTICS = new Map<string, 'S' | 'F'>([
  ['CONVERTED', 'S'],
  ['JUNK', 'F'],
])

export function indexLead(item: Item): LeadRow | null {
  const standard = readStandard(item)
  if (!standard) return null
  const stage = readText(item.stageId, 60) ?? ''
  const told = readText(item.stageSemanticId, 1)
  const semantics = told === 'S' || told === 'F' ? told : (SEMANTICS.get(stage) ?? 'P')
  return { ...standard, stage, semantics }
}
