import { computed, nextTick, ref, type Ref } from 'vue'
import type { CarrierRow } from '../../contract/carriers.ts'

/** The row the keyboard is on. It follows the carrier, not the position, when the list changes under it. */
export function useRowCursor(rows: Ref<readonly CarrierRow[]>, list: () => HTMLElement | null) {
  const currentId = ref<number | null>(null)
  const current = computed(() => rows.value.find((row) => row.companyId === currentId.value) ?? null)

  function move(step: 1 | -1): void {
    if (rows.value.length === 0) return
    const index = rows.value.findIndex((row) => row.companyId === currentId.value)
    const next = index < 0 ? (step > 0 ? 0 : rows.value.length - 1) : index + step
    const row = rows.value[Math.min(rows.value.length - 1, Math.max(0, next))]
    if (row) focus(row.companyId)
  }

  function focus(companyId: number): void {
    currentId.value = companyId
    void nextTick(() => {
      list()?.querySelector<HTMLElement>(`[data-company="${companyId}"]`)?.focus()
    })
  }

  return { currentId, current, move, focus }
}
