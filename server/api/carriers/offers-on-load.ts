import type { CarrierRow } from '../../../contract/carriers.ts'
import type { OfferInput } from '../../../contract/actions.ts'
import type { LoadKind } from '../../../contract/load.ts'
import type { PortalStore } from '../../store/database.ts'
import { readOffersOnLoad } from '../../store/evidence.ts'
import { listChainsOfLoad, readWrite } from '../../store/outbox.ts'
import { readPeople } from '../../store/people.ts'
import { rateOf } from './load-view.ts'

export type OfferOnRow = CarrierRow['offers'][number]

/**
 * Offers made for a load, by company, newest first: those the portal has, and before them those we have accepted and
 * the copy does not know yet, so that nobody waits to see what he has just proposed.
 */
export async function offersOnLoad(
  store: PortalStore,
  kind: LoadKind,
  loadId: number,
): Promise<Map<number, OfferOnRow[]>> {
  const offers = await readOffersOnLoad(store, kind, loadId)
  const chains = await listChainsOfLoad(store, 'offer', kind, loadId)
  const people = await readPeople(store, [
    ...offers.flatMap((offer) => offer.authorId ?? []),
    ...chains.map((chain) => chain.userId),
  ])
  const byCompany = new Map<number, OfferOnRow[]>()
  const add = (companyId: number, offer: OfferOnRow) => {
    const own = byCompany.get(companyId)
    if (own) own.push(offer)
    else byCompany.set(companyId, [offer])
  }
  const writes = new Map<string, OfferOnRow['write']>()
  for (const chain of chains) writes.set(chain.key, await readWrite(store, chain))
  const inCopy = new Set(offers.map((offer) => offer.xmlId))
  for (const chain of chains) {
    if (inCopy.has(chain.key) || chain.companyId === null) continue
    const { rate, vat } = JSON.parse(chain.input) as Pick<OfferInput, 'vat'> & { rate: OfferInput['rate'] | null }
    const write = writes.get(chain.key) ?? null
    add(chain.companyId, {
      id: write?.steps.find((step) => step.command === 'add-offer')?.portalId ?? null,
      key: chain.key,
      rate: rate && { ...rate, vat },
      at: chain.acceptedAt,
      byName: people.get(chain.userId)?.name ?? null,
      write,
    })
  }
  for (const offer of offers) {
    const write = offer.xmlId === null ? null : (writes.get(offer.xmlId) ?? null)
    add(offer.companyId, {
      id: offer.id,
      key: write?.key ?? null,
      rate:
        offer.rateMinor === null || offer.rateCurrency === null
          ? null
          : rateOf(offer.rateMinor, offer.rateCurrency, offer.vat),
      at: offer.createdAt,
      byName: offer.authorId === null ? null : (people.get(offer.authorId)?.name ?? null),
      write,
    })
  }
  for (const own of byCompany.values()) own.sort((a, b) => (a.at < b.at ? 1 : -1))
  return byCompany
}
