import type { CardReference } from '../../../contract/card.ts'
import { readNumberOwners, readCompanyOf, readFirstPhone, type NumberOwner } from '../../store/callers.ts'
import { readCallerNumber } from '../../store/capture-drafts.ts'
import type { PortalStore } from '../../store/database.ts'
import { readCompanyOfEntry, readCompanyOfOffer } from '../../store/carrier-offers.ts'
import { isCarrier } from '../../store/phones.ts'

/** Who is on the other end, as far as the card or the call tells. */
export interface Caller {
  /** As written in the portal; null where nobody calls. Never leaves the server whole. */
  phone: string | null
  /** The lead or contact to be tied to his company. */
  card: (CardReference & { kind: 'lead' | 'contact' }) | null
  /** The company somebody stands on, or the carrier the card or the number names. */
  companyId: number | null
  /** Everybody the number belongs to, carriers first. */
  owners: NumberOwner[]
}

/**
 * On a lead: his phone, then the carrier it belongs to. A client who calls is no carrier: his company is only offered
 * to be chosen.
 */
export async function callerAt(
  store: PortalStore,
  { userId, item, place }: { userId: number; item: CardReference | null; place: string },
): Promise<Caller> {
  const ofCall = place.startsWith('call ') ? await readCallerNumber(store, userId, place) : null
  const person = item?.kind === 'lead' || item?.kind === 'contact' ? { kind: item.kind, id: item.id } : null
  const phone = ofCall ?? (person && (await readFirstPhone(store, person.kind, person.id)))
  const owners = phone === null ? [] : await readNumberOwners(store, phone)
  return { phone, card: person, owners, companyId: await companyAt(store, item, owners) }
}

async function companyAt(
  store: PortalStore,
  item: CardReference | null,
  owners: readonly NumberOwner[],
): Promise<number | null> {
  switch (item?.kind) {
    case 'company':
      return item.id
    case 'carrier':
      return readCompanyOfEntry(store, item.id)
    case 'offer':
      return readCompanyOfOffer(store, item.id)
    case 'lead':
    case 'contact': {
      const own = await readCompanyOf(store, item.kind, item.id)
      if (own !== null && (await isCarrier(store, own))) return own
      break
    }
  }
  return owners.find((owner) => owner.isCarrier)?.companyId ?? null
}
