import { onMounted, onScopeDispose } from 'vue'
import type { LiveEvent } from '../../contract/live.ts'
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

  function take({ data }: ServerEvent): void {
    if (!data) return
    const event = JSON.parse(data) as LiveEvent
    if (event.kind === 'attempt') {
      const { attempt } = event
      carriers.editOne(attempt.companyId, (row) => withAttempt(row, attempt))
    } else if (event.kind === 'write') {
      const { write } = event
      // A colleague's offer is not in our rows yet: it comes with a fresh answer.
      if (carriers.hasOffer(write.key)) carriers.edit((row) => withWrite(row, write))
      else refresh()
    } else refresh()
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
