import { onMounted, onScopeDispose } from 'vue'
import type { Attempt } from '../../contract/carriers.ts'
import type { Write } from '../../contract/write.ts'
import type { Api } from '../shared/api.ts'
import type { ServerEvent } from '../shared/event-stream.ts'
import { followEvents } from '../shared/live-events.ts'
import { withAttempt, withWrite } from './row-changes.ts'
import type { Carriers } from './useCarriers.ts'

/** One person's save makes several changes; they are fetched together. */
const GATHER_MS = 400

/** What colleagues do on this load, as it happens. A broken stream is not an error on screen: the list stays usable. */
export function useLive(carriers: Carriers, api: Api): void {
  const stop = new AbortController()
  let gathering: ReturnType<typeof setTimeout> | undefined

  function refresh(): void {
    clearTimeout(gathering)
    gathering = setTimeout(() => {
      carriers.reload('merge').catch(() => undefined)
    }, GATHER_MS)
  }

  function take({ event, data }: ServerEvent): void {
    if (event === 'changed') return refresh()
    if (event === 'attempt') {
      const attempt = JSON.parse(data) as Attempt
      carriers.editOne(attempt.companyId, (row) => withAttempt(row, attempt))
    } else if (event === 'write') {
      const write = JSON.parse(data) as Write
      carriers.edit((row) => withWrite(row, write))
    }
  }

  onMounted(() => {
    void followEvents({
      open: (signal) => api.live(carriers.reference.value, signal),
      signal: stop.signal,
      onEvent: take,
      onReconnect: refresh,
    })
  })
  onScopeDispose(() => {
    clearTimeout(gathering)
    stop.abort()
  })
}
