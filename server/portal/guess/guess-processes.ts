import { PROCESS_NAMES, type ProcessName } from '../schema-map.ts'
import { guessFields, type PortalField } from './guess-fields.ts'
import { plainWords } from './plain-words.ts'

export interface PortalProcess {
  entityTypeId: number
  title: string
  fields: readonly PortalField[]
}

/** What a process of this kind can hardly do without: by these fields it is told from its neighbours. */
const TELLING: Record<ProcessName, readonly string[]> = {
  request: ['LOAD_PLACE', 'UNLOAD_PLACE', 'CARGO', 'WEIGHT_KG', 'BODY', 'CLIENT_RATE', 'LOST_REASON', 'KIND'],
  order: [
    'LOAD_PLACE',
    'UNLOAD_PLACE',
    'CARGO',
    'CARRIER',
    'CARRIER_RATE',
    'VEHICLE_PLATE',
    'DRIVER_NAME',
    'LOADED_AT',
  ],
  offer: ['CARRIER', 'RATE', 'PAYMENT_FORM', 'BODY', 'CAPACITY_KG', 'DECLINE_REASON', 'SOURCE'],
  carrier: ['STATE', 'DIRECTIONS', 'VEHICLES', 'HOME_PLACE', 'CAPACITY_KG', 'SECURITY', 'FREE_PLACE'],
}
const TITLES: Record<ProcessName, RegExp> = {
  request: /запрос|расч[её]т|просч[её]т|request/u,
  order: /заявк|рейс|перевозк|заказ|order|trip/u,
  offer: /предлож|ставк|оффер|offer|quote/u,
  carrier: /перевозчик|подрядчик|carrier/u,
}
const TITLE_WEIGHT = 0.25
const LEAST = 0.5

export interface ProcessGuess {
  entityTypeId: number
  /** 0…1: how much of what tells such a process is there. */
  likeness: number
}

/** Which process of the portal is which of ours, the likest first; none is taken twice, and an unlike one not at all. */
export function guessProcesses(processes: readonly PortalProcess[]): Partial<Record<ProcessName, ProcessGuess>> {
  const rated = PROCESS_NAMES.flatMap((name) =>
    processes.map((process) => ({ name, entityTypeId: process.entityTypeId, likeness: likeness(name, process) })),
  )
  rated.sort((a, b) => b.likeness - a.likeness)
  const guesses: Partial<Record<ProcessName, ProcessGuess>> = {}
  const taken = new Set<number>()
  for (const { name, entityTypeId, likeness: how } of rated) {
    if (how < LEAST || guesses[name] || taken.has(entityTypeId)) continue
    guesses[name] = { entityTypeId, likeness: how }
    taken.add(entityTypeId)
  }
  return guesses
}

export function likeness(name: ProcessName, process: PortalProcess): number {
  const found = guessFields(name, process.fields)
  const telling = TELLING[name]
  const share = telling.filter((code) => found[code]).length / telling.length
  const titled = TITLES[name].test(plainWords(process.title)) ? 1 : 0
  return share * (1 - TITLE_WEIGHT) + titled * TITLE_WEIGHT
}
