import { boundPlacements, type BoundPlacement } from '../../portal/placements.ts'
import { schemaMapOf, type Fitting, type Step } from '../fitting.ts'
import { callAll, rowsOf, type Row } from '../portal-lists.ts'

/**
 * Binds what `placements.json` lists. What else is bound is ours too (a portal shows an app only its own) and goes:
 * a placement no longer listed, or one that leads to a former address of ours.
 */
export const fitPlacements: Step = async (fitting) => {
  const { client, publicUrl } = fitting
  const granted = await grantedScopes(fitting)
  const bound = rowsOf((await client.call('placement.get')).result)
  const { wanted, missing, stale } = planPlacements(boundPlacements(schemaMapOf(fitting), publicUrl), bound, granted)
  await callAll(client, {
    ...Object.fromEntries(
      stale.map((row, index) => {
        const params = { PLACEMENT: row.placement, HANDLER: row.handler }
        return [`unbind${index}`, { method: 'placement.unbind', params }]
      }),
    ),
    ...Object.fromEntries(
      missing.map((one, index) => {
        const titles = { ru: { TITLE: one.titles.ru }, en: { TITLE: one.titles.en } }
        const named = { PLACEMENT: one.code, HANDLER: one.handler, TITLE: one.titles.ru, LANG_ALL: titles }
        const params = Object.keys(one.options).length ? { ...named, OPTIONS: one.options } : named
        return [`bind${index}`, { method: 'placement.bind', params }]
      }),
    ),
  })
  return { created: missing.length, found: wanted.length - missing.length }
}

/** What the portal is to show, what of it is not bound yet, and what is bound and is not to be any more. */
export function planPlacements(listed: readonly BoundPlacement[], bound: readonly Row[], granted: ReadonlySet<string>) {
  const wanted = listed.filter((one) => one.scope === null || granted.has(one.scope))
  const key = (code: unknown, handler: unknown) => `${String(code).toUpperCase()} ${String(handler)}`
  const wantedKeys = new Set(wanted.map((one) => key(one.code, one.handler)))
  const boundKeys = new Set(bound.map((row) => key(row.placement, row.handler)))
  return {
    wanted,
    missing: wanted.filter((one) => !boundKeys.has(key(one.code, one.handler))),
    stale: bound.filter((row) => !wantedKeys.has(key(row.placement, row.handler))),
  }
}

/** What the administrator has allowed the app. A portal without telephony gets everything but the call card. */
async function grantedScopes({ client }: Fitting): Promise<ReadonlySet<string>> {
  const { result } = await client.call<unknown>('scope')
  return new Set(Array.isArray(result) ? result.map(String) : [])
}
