import { z } from 'zod'
import placementsFile from '../../placements.json' with { type: 'json' }
import { ROLES } from '../../contract/codes.ts'
import { PROCESS_NAMES, type ProcessName, type SchemaMap } from './schema-map.ts'

const placement = z.object({
  /** May hold {request}, {order}, {offer}, {carrier}: the portal's entityTypeIds stand there. */
  code: z.string(),
  widget: z.string(),
  titles: z.object({ ru: z.string(), en: z.string() }),
  /** What `placement.bind` is told besides: `useBuiltInInterface`, width, …, as the portal spells it. */
  options: z.record(z.string(), z.unknown()).optional(),
  /** A scope of the portal without which it cannot be bound; the rest of the app does without it. */
  scope: z.string().optional(),
  opensFor: z.array(z.enum(ROLES)),
})
export type Placement = z.infer<typeof placement>

/** The app's own page: every app has it, it is never bound. */
export const DEFAULT_PLACEMENT = 'DEFAULT'

/** Every placement of the app, as `placements.json` lists them. */
export const PLACEMENTS: Placement[] = z.object({ placements: z.array(placement) }).parse(placementsFile).placements

/** The code as this portal spells it. */
export function placementCode(code: string, map: TypesOfPortal): string {
  return PROCESS_NAMES.reduce((text, name) => {
    const { entityTypeId } = map.processes[name]
    return entityTypeId === null ? text : text.replaceAll(`{${name}}`, String(entityTypeId))
  }, code)
}

/** entityTypeIds of our processes; null for one that is still to be made, whose places keep our own name for it. */
export interface TypesOfPortal {
  processes: Record<ProcessName, { entityTypeId: number | null }>
}

/** Which of our placements a posted code is, in this portal, for this widget; null for what we never bound. */
export function placementOf(code: string, widget: string, map: SchemaMap): Placement | null {
  return PLACEMENTS.find((one) => one.widget === widget && placementCode(one.code, map) === code) ?? null
}

export interface BoundPlacement {
  /** The code as `placements.json` has it. */
  listedAs: string
  code: string
  handler: string
  titles: Placement['titles']
  options: Record<string, unknown>
  scope: string | null
}

/** What has to be bound in this portal, with handlers at our own public address. */
export function boundPlacements(map: TypesOfPortal, publicUrl: string): BoundPlacement[] {
  return PLACEMENTS.filter((one) => one.code !== DEFAULT_PLACEMENT).map((one) => ({
    listedAs: one.code,
    code: placementCode(one.code, map),
    handler: `${publicUrl}/w/${one.widget}`,
    titles: one.titles,
    options: one.options ?? {},
    scope: one.scope ?? null,
  }))
}
