import { computed, shallowRef } from 'vue'
import type { CarrierRow, CarriersAnswer } from '../../contract/carriers.ts'
import type { Api, LoadReference } from '../shared/api.ts'
import { mergeFresh } from './row-order.ts'

export type Carriers = ReturnType<typeof useCarriers>

/** The lists on screen and how they change: fresh answers go under what is shown, rows are replaced one by one. */
export function useCarriers(first: CarriersAnswer, api: Api) {
  const answer = shallowRef(first)
  const rows = shallowRef<CarrierRow[]>(first.rows)
  const vetoed = shallowRef<CarrierRow[]>(first.vetoed)
  const settled = shallowRef(true)
  const reloading = shallowRef(false)
  const load = computed(() => answer.value.load)
  const reference = computed<LoadReference>(() => ({ kind: load.value.kind, id: load.value.id }))

  /** Shows an answer exactly as the server ranked it. */
  function replace(fresh: CarriersAnswer): void {
    answer.value = fresh
    rows.value = fresh.rows
    vetoed.value = fresh.vetoed
    settled.value = true
  }

  /** Takes an answer in without moving what the reader looks at. */
  function merge(fresh: CarriersAnswer): void {
    const merged = mergeFresh(rows.value, fresh)
    answer.value = fresh
    rows.value = merged.rows
    vetoed.value = merged.vetoed
    settled.value = merged.settled
  }

  /** Asks for a fresh answer; throws ApiProblem and then leaves everything as it was. */
  async function reload(how: 'replace' | 'merge'): Promise<void> {
    reloading.value = true
    try {
      const fresh = await api.carriers(reference.value)
      if (how === 'replace') replace(fresh)
      else merge(fresh)
    } finally {
      reloading.value = false
    }
  }

  /** Replaces what `edit` changes; rows it returns unchanged stay the same objects. */
  function edit(change: (row: CarrierRow) => CarrierRow): void {
    rows.value = edited(rows.value, change)
    vetoed.value = edited(vetoed.value, change)
  }

  function editOne(companyId: number, change: (row: CarrierRow) => CarrierRow): void {
    edit((row) => (row.companyId === companyId ? change(row) : row))
  }

  function hasOffer(key: string): boolean {
    return [...rows.value, ...vetoed.value].some((row) => row.offers.some((offer) => offer.key === key))
  }

  /** The new order the reader asked for. */
  function settle(): void {
    replace({ ...answer.value, rows: current(answer.value.rows), vetoed: current(answer.value.vetoed) })
  }

  /** Rows of the last answer in their newest local state. */
  function current(list: readonly CarrierRow[]): CarrierRow[] {
    const known = new Map([...rows.value, ...vetoed.value].map((row) => [row.companyId, row]))
    return list.map((row) => known.get(row.companyId) ?? row)
  }

  return { answer, load, reference, rows, vetoed, settled, reloading, replace, reload, edit, editOne, hasOffer, settle }
}

function edited(list: CarrierRow[], change: (row: CarrierRow) => CarrierRow): CarrierRow[] {
  let changed = false
  const next = list.map((row) => {
    const after = change(row)
    changed ||= after !== row
    return after
  })
  return changed ? next : list
}
