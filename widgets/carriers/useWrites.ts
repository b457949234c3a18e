import { onScopeDispose } from 'vue'
import type { Write } from '../../contract/write.ts'
import { ApiProblem, type Api } from '../shared/api.ts'
import { isUnderWay } from '../shared/sentences/write.ts'
import { withWrite } from './row-changes.ts'
import type { Carriers } from './useCarriers.ts'

const FIRST_ASK_MS = 1_500
const LONGEST_ASK_MS = 20_000

/**
 * Follows writes to their end. Live events usually bring the news first; asking too means that a closed stream
 * never leaves a row at «записывается».
 */
export function useWrites(carriers: Carriers, api: Api) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  function follow(key: string, wait = FIRST_ASK_MS): void {
    clearTimeout(timers.get(key))
    timers.set(
      key,
      setTimeout(() => void ask(key, wait), wait),
    )
  }

  async function ask(key: string, wait: number): Promise<void> {
    timers.delete(key)
    const known = writeOf(key)
    if (known && !isUnderWay(known)) return
    let gone = false
    const write = await api.write(key).catch((error: unknown) => {
      gone = error instanceof ApiProblem && error.code === 'not_found'
      return null
    })
    if (gone) return
    if (write) carriers.edit((row) => withWrite(row, write))
    if (!write || isUnderWay(write)) follow(key, Math.min(LONGEST_ASK_MS, wait * 1.6))
  }

  function writeOf(key: string): Write | null {
    for (const row of [...carriers.rows.value, ...carriers.vetoed.value])
      for (const offer of row.offers) if (offer.key === key) return offer.write
    return null
  }

  /** Writes that were under way when the page was opened. */
  function followAll(): void {
    for (const row of [...carriers.rows.value, ...carriers.vetoed.value])
      for (const offer of row.offers) if (offer.key && offer.write && isUnderWay(offer.write)) follow(offer.key)
  }

  onScopeDispose(() => {
    for (const timer of timers.values()) clearTimeout(timer)
  })
  return { follow, followAll }
}
