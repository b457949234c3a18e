import { z } from 'zod'
import { day } from '../../../contract/actions.ts'
import type { VatCode } from '../../../contract/codes.ts'
import { ownRegime, ownRole, type OwnEntity } from '../../../contract/profit.ts'
import { periodOn, type OwnRegime } from '../../money/own-regime.ts'
import type { PortalStore } from '../../store/database.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'

const treatment = z.object({ regime: ownRegime, role: ownRole, sinceOn: day.nullable().default(null) })
/** Before an entity could change, its treatment stood alone. */
const periods = z.union([z.array(treatment), treatment.transform((one) => [one])])
const setting = z.record(z.string(), periods)
/** How own legal entities are taxed and since when, by the id of their company in the portal. */
export type OwnEntities = z.infer<typeof setting>
export type OwnTreatment = z.infer<typeof treatment>

export const OWN_ENTITIES_SETTING = 'ownEntities'
/** Which of our entities a payment form is of, where the card names none: the form's code → id of the company. */
export const ENTITY_OF_FORM_SETTING = 'entityOfForm'

/** What was chosen so far; something unreadable counts as nothing chosen. */
export async function readOwnEntities(store: PortalStore): Promise<OwnEntities> {
  return setting.safeParse(await readSetting(store, OWN_ENTITIES_SETTING)).data ?? {}
}

export async function readEntityOfForm(store: PortalStore): Promise<Record<string, number>> {
  const forms = z.record(z.string(), z.number().int())
  return forms.safeParse(await readSetting(store, ENTITY_OF_FORM_SETTING)).data ?? {}
}

/** Enters one period of an entity; a period that began on the same day is replaced. */
export async function saveOwnEntity(store: PortalStore, companyId: number, entity: OwnTreatment): Promise<void> {
  const known = await readOwnEntities(store)
  const others = (known[companyId] ?? []).filter(({ sinceOn }) => sinceOn !== entity.sinceOn)
  await writeSetting(store, OWN_ENTITIES_SETTING, { ...known, [companyId]: [...others, entity] })
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

/** The entity an order is of, on its day of service: as chosen, else as its client's VAT tells; null: not known. Its title is the caller's to add. */
export function entityOf(
  order: { companyId: number | null; clientVat: VatCode | null; serviceOn: string | null },
  chosen: OwnEntities,
): OwnEntity | null {
  const { companyId, clientVat, serviceOn } = order
  const known = companyId === null ? null : periodOn(chosen[companyId] ?? [], serviceOn)
  const guess = clientVat === null ? undefined : REGIME_OF_VAT[clientVat]
  if (companyId === null && !guess) return null
  return {
    companyId: companyId ?? 0,
    title: '',
    regime: known?.regime ?? guess ?? null,
    role: known?.role ?? 'principal',
    guessed: !known,
    sinceOn: known?.sinceOn ?? null,
  }
}
