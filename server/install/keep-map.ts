import { MAPPED_PROCESSES, type PortalMap, type PortalSurvey, type ProcessChoice } from '../../contract/portal-map.ts'
import type { PortalClient } from '../portal/portal-client.ts'
import type { SchemaMap } from '../portal/schema-map.ts'
import type { PortalStore } from '../store/database.ts'
import { readEntityIds } from '../store/entity-ids.ts'
import { forgetImportPage } from '../store/import-pages.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import { ENTITY_WRITERS } from '../sync/entities.ts'
import { schemaMapOf, type Fitting } from './fitting.ts'
import { guessMap, guessTypes } from './guess-map.ts'
import { surveyPortal } from './survey.ts'

const NOTHING: ProcessChoice = { entityTypeId: null, fields: {}, elements: {}, stages: null }

/** Before anybody has looked at the portal. */
export const UNKNOWN_MAP: PortalMap = {
  version: 1,
  processes: { request: NOTHING, order: NOTHING, offer: NOTHING, carrier: NOTHING },
  nativeStages: true,
  departments: {},
  people: {},
}

/** What an administrator has chosen for this portal; where nobody has, what the portal itself suggests. */
export async function mapFor(client: PortalClient, store: PortalStore): Promise<PortalMap> {
  const chosen = await readMeta<PortalMap>(store, 'portalMap')
  return chosen ?? guessedMap(store, (await surveyPortal(client, guessTypes)).portal)
}

/** What the portal itself suggests; roles that somebody has given already are his word and stay. */
export async function guessedMap(store: PortalStore, survey: PortalSurvey): Promise<PortalMap> {
  const guess = guessMap(survey)
  const departments = (await readMeta<PortalMap['departments']>(store, 'departmentRoles')) ?? guess.departments
  const people = (await readMeta<PortalMap['people']>(store, 'personRoles')) ?? guess.people
  return { ...guess, departments, people }
}

/**
 * Keeps the map the steps have made. Rows of a process that now lives elsewhere are not this portal's truth any more
 * and go; one that is read differently is read again from its first item.
 */
export async function keepMap(fitting: Fitting): Promise<void> {
  const { store, map } = fitting
  const before = await readMeta<SchemaMap>(store, 'schemaMap')
  const now = schemaMapOf(fitting)
  await store.transaction().execute(async (transaction) => {
    for (const name of before ? MAPPED_PROCESSES : []) {
      const [old, fresh] = [before!.processes[name], now.processes[name]]
      if (JSON.stringify(old) === JSON.stringify(fresh)) continue
      if (old.entityTypeId !== fresh.entityTypeId)
        await ENTITY_WRITERS[name].remove(transaction, [...(await readEntityIds(transaction, name))])
      await forgetImportPage(transaction, name)
    }
    await writeMeta(transaction, 'schemaMap', now)
    await writeMeta(transaction, 'portalMap', map)
    await writeMeta(transaction, 'mapProblems', [])
    await writeMeta(transaction, 'departmentRoles', map.departments)
    await writeMeta(transaction, 'personRoles', map.people)
  })
}
