import { readFreshItem, takeOverItem } from './api/fresh-item.ts'
import { createLiveHub } from './api/live-hub.ts'
import type { PortalRoom } from './api/session/portal-room.ts'
import { createProofCache } from './api/session/proof-cache.ts'
import type { InstallState } from '../contract/install.ts'
import type { Log } from './log.ts'
import { LOOK_BACK_MS } from './outbox/backoff.ts'
import { COMMANDS } from './outbox/commands/commands.ts'
import { createDeliverer, type Deliverer } from './outbox/deliverer.ts'
import type { KnownPortal, PortalClients, TokenStorage } from './portal/portal-client.ts'
import type { SchemaMap } from './portal/schema-map.ts'
import { readChosen } from './store/chosen-settings.ts'
import type { PortalStore, Registry } from './store/database.ts'
import { readLoadFingerprint } from './store/load-reader.ts'
import { readMeta } from './store/meta.ts'
import { findChain, readWrite } from './store/outbox.ts'
import { readPeople } from './store/people.ts'
import { readPortalLanguage } from './store/portal-language.ts'
import type { PortalStores } from './store/portal-stores.ts'
import { findPortal, succeedInstaller } from './store/portals.ts'
import type { Seal } from './store/seal.ts'
import { withOpenPapers } from './store/sealed-papers.ts'
import { holdBackSending, releaseStepsOf } from './store/write-steps.ts'
import type { PlacesOf } from './sync/open-portal-copy.ts'
import type { ReindexItem } from './sync/reindex-item.ts'
import { relearnPlace } from './sync/relearn-place.ts'

export interface RoomsSettings {
  registry: Registry
  stores: PortalStores
  tokens: TokenStorage
  seal: Seal
  clients: PortalClients
  placesOf: PlacesOf
  reindex: ReindexItem
  watchInstall: (memberId: string, listener: (state: InstallState) => void) => () => void
  /** Milliseconds. */
  now: () => number
  random: () => number
  log: Log
}

export interface Rooms {
  /** null for a portal that never came, or was removed. */
  open(memberId: string): Promise<PortalRoom | null>
  deliver(memberId: string): Promise<void>
  /** Tells those who look at a load of this portal that it changed, if it did. */
  announceChanges(memberId: string): Promise<void>
  /** The portal's map was changed: it is read anew when next needed. */
  forgetMap(memberId: string): void
  /** Whoever installed the app may not see everything any more: the next administrator who comes takes over. */
  installerFell(memberId: string): void
  /** Resolves when no delivery is under way. */
  idle(): Promise<void>
}

interface OpenRoom {
  room: PortalRoom
  deliverer: Deliverer
  leave: () => void
  /** What watched loads looked like the last time, by kind and id. */
  seen: Map<string, string>
  refresh(portal: KnownPortal): Promise<void>
  forgetMap(): void
}

/** One room a portal, opened when first needed and left when the app is removed. */
export function createRooms(settings: RoomsSettings): Rooms {
  const { registry, stores, now, log } = settings
  const rooms = new Map<string, Promise<OpenRoom>>()
  const delivering = new Set<Promise<void>>()
  /** Portals whose installer is signed in, but no administrator any more. */
  const fallen = new Set<string>()

  async function find(memberId: string): Promise<OpenRoom | null> {
    const portal = await findPortal(registry, memberId)
    if (!portal || portal.state === 'removed') {
      const left = rooms.get(memberId)
      rooms.delete(memberId)
      if (left) (await left).leave()
      return null
    }
    const store = await stores.of(memberId)
    const known = rooms.get(memberId)
    // The app was removed and came back before anybody looked: the room's file was closed meanwhile.
    const isClosed = known !== undefined && (await known.catch(() => null))?.room.store !== store
    if (isClosed && rooms.get(memberId) === known) {
      rooms.delete(memberId)
      known.then((left) => left.leave()).catch(() => undefined)
    }
    const opening = rooms.get(memberId) ?? furnish(portal, store)
    rooms.set(memberId, opening)
    opening.catch(() => rooms.delete(memberId))
    const open = await opening
    await open.refresh(portal)
    return open
  }

  async function furnish(portal: KnownPortal, store: PortalStore): Promise<OpenRoom> {
    const { memberId } = portal
    let map: SchemaMap | null = null
    /** The map was changed: until the new one is read the old one serves, so that no write meets with none. */
    let isMapOld = true
    const places = await settings.placesOf(memberId)
    await holdBackSending(store, new Date(now() + LOOK_BACK_MS).toISOString())
    const reindexHere = (entity: Parameters<ReindexItem>[1], item: Record<string, unknown>) =>
      settings.reindex(memberId, entity, item)
    const room: PortalRoom = {
      memberId,
      origin: portal.origin,
      portal,
      store,
      live: createLiveHub(),
      map: () => map,
      clients: settings.clients,
      tokens: settings.tokens,
      seal: settings.seal,
      proofs: createProofCache(now),
      async administratorCame(userId) {
        if (await succeedInstaller(registry, memberId, userId, fallen.has(memberId)))
          log.info({ memberId, userId }, 'another administrator reads the portal from now on')
        fallen.delete(memberId)
        // The app is signed in again: it may write, or look for proofs, in the place of who is not.
        if ((await findPortal(registry, memberId))?.installedByUserId === userId) await releaseStepsOf(store)
      },
      async relearnPlace(text) {
        await relearnPlace(store, places, text)
      },
      wakeOutbox: () => void deliver(memberId),
      takeOver: (kind, item) => takeOverItem(store, reindexHere, kind, item),
    }
    const clientFor = (userId: number) => settings.clients.forUser(room.portal, userId, 'outbox')
    const deliverer = createDeliverer(
      {
        memberId,
        store,
        map: () => map,
        opened: (payload) => withOpenPapers(payload, settings.seal),
        clientFor,
        async standInFor(userId) {
          const appUserId = room.portal.installedByUserId
          if (appUserId === userId) return null
          const name = (await readPeople(store, [userId])).get(userId)?.name ?? `№ ${userId}`
          return { client: clientFor(appUserId), name, language: await readPortalLanguage(store) }
        },
        mayStandIn: async () => (await readChosen(store, 'signedOutWrites')) === 'app',
        onMoved: (chainKey) => tellWrite(room, chainKey),
        async onDone({ userId, touched }) {
          if (touched && map) await readFreshItem(settings.reindex, clientFor(userId), map, touched)
        },
      },
      COMMANDS,
      { now, random: settings.random, log },
    )
    // Fitting a portal again may map it anew.
    const leave = settings.watchInstall(memberId, (state) => {
      if (state.state !== 'running') isMapOld = true
    })
    return {
      room,
      deliverer,
      leave,
      seen: new Map(),
      forgetMap() {
        isMapOld = true
      },
      async refresh(known) {
        room.portal = known
        room.origin = known.origin
        if (map && !isMapOld) return
        isMapOld = false
        map = await readMeta<SchemaMap>(store, 'schemaMap')
      },
    }
  }

  function deliver(memberId: string): Promise<void> {
    const delivery = find(memberId)
      .then((open) => open?.deliverer.deliverDue())
      .catch((error: unknown) => {
        log.error({ memberId, err: error instanceof Error ? error.message : 'unknown' }, 'the outbox stopped')
      })
      .finally(() => delivering.delete(delivery))
    delivering.add(delivery)
    return delivery
  }

  return {
    open: async (memberId) => (await find(memberId))?.room ?? null,
    deliver,
    async announceChanges(memberId) {
      const open = await find(memberId)
      for (const { kind, id } of open?.room.live.watched() ?? []) {
        const fingerprint = await readLoadFingerprint(open!.room.store, kind, id)
        const before = open!.seen.get(`${kind} ${id}`)
        open!.seen.set(`${kind} ${id}`, fingerprint)
        if (before !== undefined && before !== fingerprint)
          open!.room.live.publish(kind, id, { kind: 'changed', asOf: new Date(now()).toISOString() })
      }
    },
    forgetMap(memberId) {
      rooms
        .get(memberId)
        ?.then((open) => open.forgetMap())
        .catch(() => undefined)
    },
    installerFell: (memberId) => void fallen.add(memberId),
    async idle() {
      while (delivering.size) await Promise.all(delivering)
    },
  }
}

async function tellWrite(room: PortalRoom, chainKey: string): Promise<void> {
  const chain = await findChain(room.store, chainKey)
  if (!chain || chain.loadId === null) return
  const kind = chain.loadKind === 'order' ? 'order' : 'request'
  const write = await readWrite(room.store, chain)
  room.live.publish(kind, chain.loadId, { kind: 'write', companyId: chain.companyId, write })
}
