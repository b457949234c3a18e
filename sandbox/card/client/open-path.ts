const ALLOWED =
  /^\/(crm\/(deal|lead|contact|company|type)|marketplace|company\/personal\/user\/[0-9]+|workgroups\/group\/[0-9]+)\//

/**
 * The widest a slider may be, px, by how the path begins: the portal knows its own pages, and applications borrow
 * those beginnings (`/workgroups/group/0/card/../../../..` in front of the page they want) to choose a width.
 */
const WIDTHS: [RegExp, number][] = [
  [/^\/workgroups\/group\/[0-9]+\/card\//, 900],
  [/^\/crm\/company\/requisite\//, 950],
  [/^\/company\/personal\/user\/[0-9]+\/groups\/create\//, 1200],
  [/^\/crm\/type\/[0-9]+\/details\//, 1640],
]

export interface PathTarget {
  /** Absolute address on the portal. */
  href: string
  /** px; null: all the room there is. */
  maxWidth: number | null
}

/** Where `openPath` leads, or null where the portal refuses the path. */
export function pathTarget(path: unknown, origin: string): PathTarget | null {
  if (typeof path !== 'string' || !ALLOWED.test(path)) return null
  const url = new URL(origin + path)
  const maxWidth = WIDTHS.find(([beginning]) => beginning.test(path))?.[1] ?? null
  return { href: url.href, maxWidth }
}
