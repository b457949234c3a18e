import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** What the documentation writes in a code where the number of a smart process stands. */
export const NUMBER_MARK = 'X'.repeat(3)

/** A placement as the vendor's documentation shows it: see `shapes.md` beside the file. */
export interface DocumentedPlacement {
  page: string
  /** `NUMBER_MARK` stands for the number of a smart process. */
  codes: string[]
  handlerMethod: 'POST' | 'GET' | null
  /** Names of everything the handler gets, in its address or its body. */
  handlerFields: string[]
  placementOptions: { name: string; type: string }[]
  /** Keys of the page's example and their types. */
  placementOptionsShape?: Record<string, string>
  /** Keys of OPTIONS that `placement.bind` understands. */
  options: { name: string }[]
}

interface PlacementShapes {
  standardHandlerData: { name: string; required: boolean; in: 'query' | 'body' }[]
  placements: DocumentedPlacement[]
  catalogue: { code: string; additionalScope: string }[]
}

/** `PLACEMENT_SHAPES` names the file; without it, it is looked for beside the project. */
export const placementShapesFile = resolve(process.env['PLACEMENT_SHAPES'] ?? '../shared/docs/placement-shapes.json')

/** The documented placements; null where the file is not on this machine. */
export function readPlacementShapes(): PlacementShapes | null {
  if (!existsSync(placementShapesFile)) return null
  return JSON.parse(readFileSync(placementShapesFile, 'utf8')) as PlacementShapes
}
