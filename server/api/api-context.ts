import type { Context } from 'hono'
import type { InstallState } from '../../contract/install.ts'
import type { PortalMap, PortalMapAnswer } from '../../contract/portal-map.ts'
import type { DistanceEstimate } from '../places/distance.ts'
import type { Gazetteer } from '../places/gazetteer.ts'
import type { WorkCalendar } from '../profit/work-calendar.ts'
import type { RoadRouter } from '../routing/road-router.ts'
import type { Registry } from '../store/database.ts'
import type { Metrics } from '../metrics.ts'
import type { Limits } from './limits.ts'
import type { ExportTickets } from './offers/export-tickets.ts'
import type { FiguresPage } from './metrics.get.ts'
import type { PageSource } from './pages/page-source.ts'
import type { CompanyRegister } from './session/find-company.ts'
import type { Bearer } from './session/bearer.ts'
import type { PortalRoom } from './session/portal-room.ts'
import type { Posted } from './session/posted.ts'

/** Fitting a portal, as the endpoints see it. */
export interface InstallDoor {
  /**
   * A portal opens us that we do not know (any more): the authorization server says which portal the token is of,
   * the portal who the person is, and he must be an administrator. Errors: NotAllowedError, PortalError.
   */
  firstContact(posted: Posted): Promise<void>
  state(memberId: string): Promise<InstallState>
  /** What the portal's processes and fields mean, as an administrator says; nothing here writes into the portal. */
  map: {
    look(memberId: string, language: 'ru' | 'en'): Promise<PortalMapAnswer>
    choose(memberId: string, map: PortalMap, language: 'ru' | 'en'): Promise<PortalMapAnswer>
    /** Throws InvalidInputError unless this is the dry run of what is chosen, and nothing in it stops the setup. */
    approve(memberId: string, dryRun: string, language: 'ru' | 'en'): Promise<void>
  }
  /** Starts, starts over, or goes on after a failure; one that runs is left alone. Returns at once. */
  start(memberId: string): Promise<void>
  /** Returns what ends the subscription. */
  watch(memberId: string, listener: (state: InstallState) => void): () => void
}

/** What an event of the portal sets off; nothing here waits for the portal. */
export interface EventDoor {
  /** `body` as posted, form-encoded. Throws NotAllowedError when the portal did not send it. */
  receive(body: string): Promise<void>
}

/** Everything the endpoints are handed; made by `context.ts`. */
export interface ApiContext {
  /** Milliseconds. */
  now: () => number
  registry: Registry
  gazetteer: Gazetteer
  distance: DistanceEstimate
  /** null: no routing server is set up. */
  router: RoadRouter | null
  workCalendar: WorkCalendar
  /** null: nobody has set a service up; the form asks only the portal. */
  companyRegister: CompanyRegister | null
  bearer: Bearer
  clientId: string
  /** How long a person may wait for the portal's proof, milliseconds. */
  proofLimitMs: number
  pages: PageSource
  /** A path after `/static/` → file; null when there is none. */
  staticFile: (path: string, acceptEncoding: string) => Promise<Response | null>
  install: InstallDoor
  limits: Limits
  exports: ExportTickets
  /** The address a call came from, as far as it can be believed. */
  callerAddress(call: Context): string
  figures: FiguresPage & Pick<Metrics, 'matched' | 'request'>
  events: EventDoor
  /** null for a portal that was never fitted, or was removed. */
  openRoom(memberId: string): Promise<PortalRoom | null>
  /** For what nobody expected; expected refusals are not reported. */
  report(error: unknown, where: string): void
}
