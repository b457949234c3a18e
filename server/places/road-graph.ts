import { greatCircleKm } from './great-circle.ts'
import type { GazetteerPlace } from './place.ts'

/** A federal road is this much longer than the great circle between neighbouring hubs (measured). */
export const ROAD_FACTOR = 1.14

export interface RoadEdge {
  fromId: number
  toId: number
  /** Length of a road that winds more than most (mountains, taiga); null: great circle × 1.14. */
  km: number | null
}

/** A road between two neighbouring hubs, by their indexes. */
export interface Road {
  a: number
  b: number
  km: number
  /** Kilometres of road to one of great circle. */
  factor: number
}

/** Hub cities on federal roads, with the road distance between any two of them. */
export interface RoadGraph {
  hubs: readonly GazetteerPlace[]
  edges: readonly Road[]
  /** Shortest way by hub index, kilometres; Infinity when there is none. */
  between(from: number, to: number): number
}

/** Reads from_id, from, to_id, to, km or nothing (tab-separated, header). Throws an Error naming the line of a malformed row. */
export function parseRoadEdges(text: string): RoadEdge[] {
  const edges: RoadEdge[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#') || line.startsWith('from_id\t')) continue
    const columns = line.split('\t')
    const edge = { fromId: Number(columns[0]), toId: Number(columns[2]), km: columns[4] ? Number(columns[4]) : null }
    const lengthKnown = edge.km === null || edge.km > 0
    if (columns.length < 4 || !Number.isInteger(edge.fromId) || !Number.isInteger(edge.toId) || !lengthKnown) {
      throw new Error(`road graph, line ${index + 1}: "${line}"`)
    }
    edges.push(edge)
  }
  return edges
}

/** Computes all shortest ways once (Floyd–Warshall). Throws when an edge names an unknown place. */
export function createRoadGraph(edges: readonly RoadEdge[], byId: (id: number) => GazetteerPlace | null): RoadGraph {
  const ids = [...new Set(edges.flatMap(({ fromId, toId }) => [fromId, toId]))]
  const hubs = ids.map((id) => {
    const hub = byId(id)
    if (!hub) throw new Error(`road graph: no place ${id} in the gazetteer`)
    return hub
  })
  const indexOf = new Map(ids.map((id, index) => [id, index]))
  const roads = edges.map(({ fromId, toId, km }): Road => {
    const [a, b] = [indexOf.get(fromId) as number, indexOf.get(toId) as number]
    const straight = greatCircleKm(hubs[a] as GazetteerPlace, hubs[b] as GazetteerPlace)
    const factor = km === null ? ROAD_FACTOR : Math.max(1, km / straight)
    return { a, b, km: straight * factor, factor }
  })
  const size = hubs.length
  const km = new Float64Array(size * size).fill(Infinity)
  for (let hub = 0; hub < size; hub++) km[hub * size + hub] = 0
  for (const road of roads) {
    km[road.a * size + road.b] = road.km
    km[road.b * size + road.a] = road.km
  }
  shorten(km, size)
  return { hubs, edges: roads, between: (from, to) => km[from * size + to] ?? Infinity }
}

function shorten(km: Float64Array, size: number): void {
  for (let via = 0; via < size; via++) {
    for (let from = 0; from < size; from++) {
      const first = km[from * size + via] as number
      if (first === Infinity) continue
      for (let to = 0; to < size; to++) {
        const through = first + (km[via * size + to] as number)
        if (through < (km[from * size + to] as number)) km[from * size + to] = through
      }
    }
  }
}
