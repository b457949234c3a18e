/** How much of everything a seed has at scale 1. */
export interface SeedSize {
  carriers: number
  clients: number
  permanentClients: number
  /** Orders carried out, on the road, and broken off. */
  finished: number
  running: number
  cancelled: number
  /** Requests that became one of those orders, that came to nothing, and that are being worked on. */
  won: number
  lost: number
  open: number
  /** Offers for an order that came without a request, on average. */
  offersPerOrder: number
  /** Leads nobody has made a request of yet. */
  freshLeads: number
  /** Lanes the forwarder has at all. */
  lanes: number
}

export const MOGUTIN_SIZE: SeedSize = {
  carriers: 2000,
  clients: 150,
  permanentClients: 25,
  finished: 6000,
  running: 80,
  cancelled: 120,
  won: 270,
  lost: 330,
  open: 390,
  offersPerOrder: 1.17,
  freshLeads: 40,
  lanes: 1200,
}

export const SMALL_SIZE: SeedSize = {
  carriers: 40,
  clients: 12,
  permanentClients: 4,
  finished: 98,
  running: 5,
  cancelled: 2,
  won: 1,
  lost: 2,
  open: 2,
  offersPerOrder: 2,
  freshLeads: 4,
  lanes: 14,
}

/** Lanes grow slower than trade does: a forwarder ten times as large mostly runs the same roads more often. */
export function scaled(size: SeedSize, scale: number): SeedSize {
  if (!(scale > 0)) throw new Error(`A seed's scale must be above zero, got ${scale}`)
  const times = (count: number): number => Math.max(1, Math.round(count * scale))
  return {
    carriers: times(size.carriers),
    clients: times(size.clients),
    permanentClients: times(size.permanentClients),
    finished: times(size.finished),
    running: times(size.running),
    cancelled: times(size.cancelled),
    won: times(size.won),
    lost: times(size.lost),
    open: times(size.open),
    offersPerOrder: size.offersPerOrder,
    freshLeads: times(size.freshLeads),
    lanes: Math.max(10, Math.round(size.lanes * scale ** 0.4)),
  }
}
