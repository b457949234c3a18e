import { readFileSync } from 'node:fs'
import { createDistance, type DistanceEstimate } from './places/distance.ts'
import { createGazetteer, type Gazetteer } from './places/gazetteer.ts'
import { mergePlaces, parsePlaces } from './places/parse-places.ts'
import { createRoadGraph, parseRoadEdges } from './places/road-graph.ts'

const DATA = new URL('../data/', import.meta.url)

export interface PlaceKnowledge {
  gazetteer: Gazetteer
  distance: DistanceEstimate
}

/** Reads the shipped gazetteer and road graph and builds their indexes. Throws when a file is missing or malformed. */
export function loadPlaceKnowledge(): PlaceKnowledge {
  const read = (name: string) => readFileSync(new URL(name, DATA), 'utf8')
  const gazetteer = createGazetteer(mergePlaces(parsePlaces(read('places.tsv')), parsePlaces(read('places-extra.tsv'))))
  const graph = createRoadGraph(parseRoadEdges(read('road-graph.tsv')), gazetteer.byId)
  return { gazetteer, distance: createDistance(graph) }
}
