import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../cli/demo/browser.ts'
import { buildWidgets } from '../../cli/demo/build.ts'
import type { LoadKind } from '../../contract/load.ts'
import { createBuiltPages } from '../../server/api/pages/page-source.ts'
import { openVisit, type Visit, type VisitOptions } from './card-visit.ts'
import { startWorld, type World, type WorldOptions } from './world.ts'

/** The world of the flows, with the built widgets and a browser in which people open cards of the portal. */
export interface CardWorld extends World {
  browser: Browser
  /** A person opens a card in a browser session of his own and presses the Carriers tab; the frame shows something. */
  visit(
    userId: number,
    kind: LoadKind | 'deal' | 'company' | 'lead',
    id: number,
    options?: VisitOptions,
  ): Promise<Visit>
  /** A person opens a page of ours in the portal's left menu. `query` as the portal's own switches set it. */
  visitPage(userId: number, widget: string, query?: string): Promise<Visit>
  /** A person opens the app's own page: an administrator sets it up there. */
  visitApp(userId: number, options?: VisitOptions): Promise<Visit>
  /**
   * Closes what people have opened and mends the portal. Throws when a browser met what it may not: complaints of its
   * console, and hosts that are neither the portal nor we.
   */
  goHome(): Promise<void>
}

/**
 * Builds the widgets where their sources have changed, then starts portal, server and browser. The server reads a
 * copy of the build, so that a build made meanwhile takes no file away under a test.
 */
export async function startCardWorld(options: Omit<WorldOptions, 'overrides'> = {}): Promise<CardWorld> {
  await buildWidgets()
  const builtFolder = mkdtempSync(join(tmpdir(), 'reis-built-'))
  cpSync('dist/widgets', builtFolder, { recursive: true })
  const world = await startWorld({ ...options, overrides: { builtFolder, pages: createBuiltPages(builtFolder) } })
  const browser = await launchBrowser()
  const visits: Visit[] = []
  return Object.assign(world, {
    browser,
    async visit(userId: number, kind: LoadKind | 'deal' | 'company' | 'lead', id: number, options: VisitOptions = {}) {
      const visit = await openVisit(browser, world, { userId, kind, id }, options)
      visits.push(visit)
      return visit
    },
    async visitPage(userId: number, widget: string, query = '') {
      const placed = world.sandbox.portal
        .placements('LEFT_MENU')
        .find(({ handler }) => handler.endsWith(`/w/${widget}`))
      if (!placed) throw new Error(`The left menu leads to no page ${widget}`)
      const visit = await openVisit(browser, world, { userId, path: `/marketplace/placement/${placed.id}/` }, { query })
      visits.push(visit)
      return visit
    },
    async visitApp(userId: number, options: VisitOptions = {}) {
      const path = `/marketplace/app/${world.context.config.clientId}/`
      const visit = await openVisit(browser, world, { userId, path }, options)
      visits.push(visit)
      return visit
    },
    async goHome() {
      world.sandbox.portal.faults.clear()
      const ended = visits.splice(0)
      await Promise.all(ended.map((visit) => visit.page.context().close()))
      const known = [world.sandbox.url, world.serverUrl]
      const met = ended.flatMap(({ complaints, origins }) => [
        ...complaints,
        ...[...origins].filter((origin) => !known.includes(origin)),
      ])
      if (met.length > 0) throw new Error(`A browser met what it may not: ${met.join('; ')}`)
    },
    close: closing(world.close, browser, builtFolder),
  })
}

function closing(closeWorld: () => Promise<void>, browser: Browser, folder: string): () => Promise<void> {
  return async () => {
    await browser.close()
    await closeWorld()
    rmSync(folder, { recursive: true })
  }
}
