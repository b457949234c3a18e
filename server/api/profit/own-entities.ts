import { z } from 'zod'
import type { VatCode } from '../../../contract/codes.ts'
import { ownRegime, ownRole, type OwnEntity } from '../../../contract/profit.ts'
import type { OwnRegime } from '../../money/own-regime.ts'
import type { PortalStore } from '../../store/database.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'

const setting = z.record(z.string(), z.object({ regime: ownRegime, role: ownRole }))
/** How own legal entities are taxed, by the id of their company in the portal. */
export type OwnEntities = z.infer<typeof setting>

const KEY = 'ownEntities'

/** What was chosen so far; something unreadable counts as nothing chosen. */
export async function readOwnEntities(store: PortalStore): Promise<OwnEntities> {
  return setting.safeParse(await readSetting(store, KEY)).data ?? {}
}

export async function saveOwnEntity(store: PortalStore, companyId: number, entity: OwnEntities[string]): Promise<void> {
  await writeSetting(store, KEY, { ...(await readOwnEntities(store)), [companyId]: entity })
}

/** A price with VAT tells who charges it; one without may be of an entity that owes none, or forgot to write it. */
const REGIME_OF_VAT: Partial<Record<VatCode, OwnRegime>> = {
  '22': 'general',
  '20': 'general',
  '10': 'general',
  '0': 'general',
  '7': 'simplified_7',
  '5': 'simplified_5',
}

/** The entity an order is of: as chosen, else as its client's VAT tells; `regime` null where neither does. */
export function entityOf(
  companyId: number | null,
  title: string | null,
  clientVat: VatCode | null,
  chosen: OwnEntities,
): OwnEntity | null {
  const known = companyId === null ? undefined : chosen[companyId]
  const guess = clientVat === null ? undefined : REGIME_OF_VAT[clientVat]
  if (companyId === null && !guess) return null
  return {
    companyId: companyId ?? 0,
    title: title ?? '',
    regime: known?.regime ?? guess ?? null,
    role: known?.role ?? 'principal',
    guessed: !known,
  }
}
