import type { MapProblem, PortalMap, PortalMapAnswer } from '../../contract/portal-map.ts'
import { InvalidInputError, NotAllowedError } from '../errors.ts'
import type { PortalClient, PortalClients } from '../portal/portal-client.ts'
import type { PortalStore, Registry } from '../store/database.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import type { PortalStores } from '../store/portal-stores.ts'
import { findPortal } from '../store/portals.ts'
import { dryRunOf } from './dry-run.ts'
import { guessedMap } from './keep-map.ts'
import { guessProcess, guessTypes } from './guess-map.ts'
import { ourProcesses } from './our-processes.ts'
import { surveyStanding } from './standing.ts'
import { surveyPortal, type Survey } from './survey.ts'

/** Where an administrator says what his portal's processes and fields mean. Nothing here writes into the portal. */
export interface MapDesk {
  /** What stands in the portal, what was chosen or is guessed, and what a setup would do. Throws PortalError. */
  look(memberId: string, language: 'ru' | 'en'): Promise<PortalMapAnswer>
  /** Keeps a choice; a process that was pointed elsewhere is guessed anew. Throws InvalidInputError, PortalError. */
  choose(memberId: string, map: PortalMap, language: 'ru' | 'en'): Promise<PortalMapAnswer>
  /** Throws InvalidInputError unless this is the dry run of the kept choices and nothing in it stops the setup. */
  approve(memberId: string, key: string, language: 'ru' | 'en'): Promise<void>
}

export interface MapDeskSettings {
  registry: Registry
  stores: PortalStores
  clients: PortalClients
  publicUrl: string
}

export function createMapDesk({ registry, stores, clients, publicUrl }: MapDeskSettings): MapDesk {
  const enter = async (memberId: string): Promise<{ client: PortalClient; store: PortalStore }> => {
    const portal = await findPortal(registry, memberId)
    if (!portal || portal.state === 'removed')
      throw new NotAllowedError('portal_unknown', 'This portal has not opened the app yet')
    return { client: clients.forUser(portal, portal.installedByUserId, 'widget'), store: await stores.of(memberId) }
  }
  const survey = (client: PortalClient, map: PortalMap | null): Promise<Survey> =>
    surveyPortal(client, (types, remembered) => {
      const guessed = guessTypes(types, remembered)
      if (!map) return guessed
      const { request, order, offer, carrier } = map.processes
      return {
        request: request.entityTypeId,
        order: order.entityTypeId,
        offer: offer.entityTypeId,
        carrier: carrier.entityTypeId,
      }
    })
  const answer = async (
    { client, store }: { client: PortalClient; store: PortalStore },
    found: Survey,
    map: PortalMap,
    language: 'ru' | 'en',
  ): Promise<PortalMapAnswer> => {
    const standing = await surveyStanding(client, found.standing)
    return {
      ours: ourProcesses(language),
      survey: found.portal,
      map,
      isChosen: (await readMeta(store, 'portalMap')) !== null,
      wasFitted: (await readMeta(store, 'schemaMap')) !== null,
      dryRun: dryRunOf({ survey: found.portal, standing, map, publicUrl }, language),
      problems: (await readMeta<MapProblem[]>(store, 'mapProblems')) ?? [],
    }
  }
  const look: MapDesk['look'] = async (memberId, language) => {
    const { client, store } = await enter(memberId)
    const kept = await readMeta<PortalMap>(store, 'portalMap')
    const found = await survey(client, kept)
    return answer({ client, store }, found, kept ?? (await guessedMap(store, found.portal)), language)
  }

  return {
    look,
    async choose(memberId, wanted, language) {
      const { client, store } = await enter(memberId)
      const found = await survey(client, wanted)
      const map = { ...wanted, processes: { ...wanted.processes } }
      for (const name of ['request', 'order', 'offer', 'carrier'] as const) {
        const surveyed = found.portal.processes[name] ?? null
        const { entityTypeId, fields } = wanted.processes[name]
        // Only the process was pointed out: the rest of it is guessed.
        if (entityTypeId !== null && surveyed && Object.keys(fields).length === 0)
          map.processes[name] = guessProcess(name, surveyed, found.portal)
      }
      await writeMeta(store, 'portalMap', map)
      return answer({ client, store }, found, map, language)
    },
    async approve(memberId, key, language) {
      const { store } = await enter(memberId)
      const { dryRun, map } = await look(memberId, language)
      if (dryRun.key !== key)
        throw new InvalidInputError('The portal or the choices have changed: look at what will be done once more')
      const stopping = dryRun.problems.filter((one) => one.stops)
      if (stopping.length)
        throw new InvalidInputError(
          'Some choices cannot be so',
          stopping.map(({ code, what }) => ({ path: code, message: what })),
        )
      await writeMeta(store, 'portalMap', map)
    },
  }
}
