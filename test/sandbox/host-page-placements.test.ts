import { afterAll, beforeAll, expect, test } from 'vitest'
import { whyNotDrawn } from '../../sandbox/card/placement-coverage.ts'
import { knownOptions, placementCodes } from '../../sandbox/rules/placement-codes.ts'
import { NUMBER_MARK, placementShapesFile, readPlacementShapes } from '../support/documented-placements.ts'
import type { DocumentedPlacement } from '../support/documented-placements.ts'
import type { Opening } from '../support/framed-app.ts'
import { appFrame, startHostPage } from '../support/host-page.ts'
import type { HostPage } from '../support/host-page.ts'
import { openPlacement, placementOpeners } from '../support/placement-openers.ts'
import type { Opener } from '../support/placement-openers.ts'
import { tiny } from '../support/tiny-seed.ts'

/** One placement opened by a person, as the application's server and its page saw it. */
interface Walked {
  opener: Opener
  opening: Opening
  seen: { placement: string; options: Record<string, unknown>; ownInterface: unknown }
}

/** Placements with tests of their own. */
const ELSEWHERE = ['CALL_CARD', 'BI_ANALYTICS_MENU']
const shapes = readPlacementShapes()

let host: HostPage
const walked = new Map<string, Walked>()

beforeAll(async () => {
  host = await startHostPage()
  host.sandbox.portal.finishInstall(tiny.admin)
  const openers = await placementOpeners(host)
  const page = await host.open('/crm/lead/list/', tiny.admin)
  for (const opener of openers) {
    const OPTIONS = { errorHandlerUrl: `${host.app.url}/error` }
    const handler = `${host.app.url}/widget?own=1`
    await host.rest(tiny.admin, 'placement.bind', { PLACEMENT: opener.code, HANDLER: handler, TITLE: 'Рейс', OPTIONS })
    await openPlacement(host, page, opener)
    const frame = await appFrame(page, opener.within)
    const seen = await frame.evaluate(async () => ({
      placement: window.b24.placement.placement,
      options: { ...window.b24.placement.options },
      ownInterface: (await window.b24.placement.getInterface()) as unknown,
    }))
    walked.set(opener.code, { opener, opening: host.app.openings.at(-1)!, seen })
    await host.rest(tiny.admin, 'placement.unbind', { PLACEMENT: opener.code })
  }
}, 120_000)
afterAll(() => host?.close())

test('every placement a person presses tells the application where he is, by post and by the parent window alike', () => {
  const told = [...walked.values()].map(({ opening, seen }) => ({
    posted: [opening.body['PLACEMENT'], JSON.parse(opening.body['PLACEMENT_OPTIONS']!)],
    answered: [seen.placement, seen.options],
  }))
  const expected = [...walked.values()].map(({ opener: { code, options } }) => ({
    posted: [code, options],
    answered: [code, options],
  }))
  expect(told).toEqual(expected)
})

test('tabs, buttons above the timeline and row menus can have the page read anew, others have nothing of their own', () => {
  const interfaces = [...walked.values()].map(({ opener, seen }) => [opener.code, seen.ownInterface])
  const expected = [...walked.keys()].map((code) => {
    const command = /_(DETAIL_TAB|DETAIL_ACTIVITY|LIST_MENU)$/.test(code) ? ['reloadData'] : []
    return [code, { command, event: [] }]
  })
  expect(interfaces).toEqual(expected)
})

test('every place that can be bound is drawn, or is known not to be', () => {
  const codes = [...placementCodes(host.sandbox.portal).keys()]
  const unlisted = codes.filter((code) => !walked.has(code) && !ELSEWHERE.includes(code) && !isTwin(code))
  expect(unlisted.filter((code) => whyNotDrawn(code) === null)).toEqual([])
  expect([...walked.keys()].filter((code) => whyNotDrawn(code) !== null)).toEqual([])
})

/** The second smart process has what the first one has. */
const isTwin = (code: string): boolean => code.includes(`DYNAMIC_${tiny.offers}_`)

test('places, their options and what they tell the application are the documented ones', (context) => {
  if (shapes === null) {
    console.warn(
      `The documented placements are not at ${placementShapesFile} (PLACEMENT_SHAPES): nothing was held to them.`,
    )
    return
  }
  context.annotate(`held against ${shapes.catalogue.length} documented places`)
  const known = [...placementCodes(host.sandbox.portal).keys()]
  const missing = shapes.catalogue.filter(({ code }) => !known.some((one) => fits(code, one)))
  const pages = shapes.placements.flatMap((documented) =>
    documented.codes.map((code) => [own(code), documented] as const),
  )
  const unknown = pages.filter(([code]) => !known.includes(code))
  const options = pages.filter(([code, page]) => !isSame(knownOptions(code), page.options)).map(([code]) => code)
  const told = pages.flatMap(([code, page]) => {
    const found = walked.get(code)
    return found ? unlike(page, found) : []
  })
  expect({ missing, unknown, options, told }).toEqual({ missing: [], unknown: [], options: [], told: [] })
  const { query, body } = walked.get('LEFT_MENU')!.opening
  const sent = { query: Object.keys(query), body: Object.keys(body) }
  const required = shapes.standardHandlerData.filter((field) => field.required && !sent[field.in].includes(field.name))
  expect(required).toEqual([])
})

function isSame(known: string[], documented: { name: string }[]): boolean {
  return (
    known.toSorted().join() ===
    documented
      .map(({ name }) => name)
      .toSorted()
      .join()
  )
}

const own = (code: string): string => code.replace(NUMBER_MARK, String(tiny.requests))

function fits(documented: string, code: string): boolean {
  return new RegExp(`^${documented.replace(NUMBER_MARK, '.+')}$`).test(code)
}

/** Keys of the page's example that are not told or are no text, keys that no page knows, and missing form fields. */
function unlike(documented: DocumentedPlacement, { opener, opening }: Walked): string[] {
  const { placementOptions, placementOptionsShape = {}, handlerFields } = documented
  const options = JSON.parse(opening.body['PLACEMENT_OPTIONS']!) as Record<string, unknown>
  const known = new Set([...placementOptions.map(({ name }) => name), ...Object.keys(placementOptionsShape)])
  const isFree = known.has('Keys from params')
  return [
    ...Object.keys(placementOptionsShape).filter((key) => !isFree && !isListed(opener.code, key) && !(key in options)),
    ...Object.keys(options).filter((key) => !isFree && !known.has(key) && !isListed(opener.code, key)),
    ...Object.entries(options).flatMap(([key, value]) => (typeof value === 'string' ? [] : [`${key} is no text`])),
    ...handlerFields.filter((name) => !(name in opening.query) && !(name in opening.body)),
  ].map((what) => `${opener.code}: ${what}`)
}

/** Where the portal knowingly differs from the page's example. */
const DIFFERENCES: { code: RegExp; keys: string[]; reason: string }[] = [
  {
    code: /^CRM_DYNAMIC_\d+_DETAIL_TOOLBAR$/,
    keys: ['ID', 'ENTITY_ID'],
    reason: 'a smart process calls the number ENTITY_ID, which the text of the page says and its example does not show',
  },
  {
    code: /_ACTIVITY_TIMELINE_MENU$/,
    keys: ['ASSOCIATED_ENTITY_ID', 'ASSOCIATED_ENTITY_TYPE_ID'],
    reason: 'come with an activity, as in the example; here a comment was pressed',
  },
]

const isListed = (code: string, key: string): boolean =>
  DIFFERENCES.some((row) => row.code.test(code) && row.keys.includes(key))
