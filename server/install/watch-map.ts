import type { MapProblem } from '../../contract/portal-map.ts'
import type { Log } from '../log.ts'
import { readChosen } from '../store/chosen-settings.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import type { OpenPortalCopy } from '../sync/portal-copy.ts'
import type { LostField } from '../sync/lost-schema.ts'
import { checkMap } from './check-map.ts'

export interface MapWatch {
  /** Looks whether the portal still is what its map says; at every start and every night. Throws PortalError. */
  look(memberId: string): Promise<MapProblem[]>
}

export interface MapWatchSettings {
  open: OpenPortalCopy
  /** The map has changed: whoever holds the old one reads it again. */
  onChanged: (memberId: string) => void
  log: Log
}

const TAG = 'REIS|MAP'

export function createMapWatch({ open, onChanged, log }: MapWatchSettings): MapWatch {
  return {
    async look(memberId) {
      const { client, store, map } = await open(memberId)
      const checked = await checkMap(client, map)
      const before = (await readMeta<MapProblem[]>(store, 'mapProblems')) ?? []
      // Met by a reading since the last look: these have left the map already.
      const lost = ((await readMeta<LostField[]>(store, 'lostFields')) ?? []).map(goneField)
      // What has left the map already is not found again by looking at what is left.
      const still = before.filter((one) => isOut(one) && !checked.problems.some((other) => isSame(one, other)))
      const found = [...lost, ...checked.problems]
      const fresh = found.filter((one) => !before.some((other) => isSame(one, other)))
      const problems = [...still.filter((one) => !lost.some((other) => isSame(one, other))), ...found]
      await store.transaction().execute(async (transaction) => {
        // Somebody has fitted the portal anew while it was being looked at: his map counts.
        const isStill = JSON.stringify(await readMeta(transaction, 'schemaMap')) === JSON.stringify(map)
        if (isStill) await writeMeta(transaction, 'schemaMap', checked.map)
        await writeMeta(transaction, 'mapProblems', problems)
        await writeMeta(transaction, 'lostFields', [])
      })
      if (!fresh.length) return problems
      log.warn(
        { memberId, problems: fresh.map(({ code, process, of }) => [code, process, of]) },
        'the portal was changed',
      )
      onChanged(memberId)
      if (await readChosen(store, 'mapNotices'))
        await client.call('im.notify.system.add', { USER_ID: client.userId, MESSAGE: notice(fresh), TAG })
      return problems
    },
  }
}

/** What is dropped from the map when it is found. */
const OUT: MapProblem['code'][] = ['field_gone', 'field_retyped', 'element_gone', 'stage_gone']

function isOut({ code }: MapProblem): boolean {
  return OUT.includes(code)
}

function goneField({ process, code, label }: LostField): MapProblem {
  return { code: 'field_gone', stops: false, process, of: code, what: label, now: null }
}

function isSame(one: MapProblem, other: MapProblem): boolean {
  return one.code === other.code && one.process === other.process && one.of === other.of && one.now === other.now
}

/** The same notice is brought up to date by its tag; the page says what each change means. */
function notice(problems: readonly MapProblem[]): string {
  const names = [...new Set(problems.map(({ what }) => `«${what}»`))].slice(0, 5).join(', ')
  return `«Рейс»: в портале изменилось то, с чем работает приложение: ${names}. Остальное работает. Откройте «Рейс» в левом меню, раздел «Поля портала».`
}
