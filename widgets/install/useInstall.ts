import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { InstallState } from '../../contract/install.ts'
import type { Api } from '../shared/api.ts'
import { followEvents } from '../shared/live-events.ts'

/** The installation as it goes: started or resumed by a press, followed as a stream, its end told once. */
export function useInstall(first: InstallState, api: Api, onFinished: () => void) {
  const state = shallowRef(first)
  const starting = ref(false)
  const connected = ref(true)
  let following: AbortController | null = null

  /** Starts or resumes; throws ApiProblem. */
  async function start(dryRun?: string): Promise<void> {
    if (starting.value) return
    starting.value = true
    try {
      state.value = await api.startInstall(dryRun)
    } finally {
      starting.value = false
    }
  }

  function follow(): void {
    if (following) return
    const stop = new AbortController()
    following = stop
    void followEvents({
      open: (signal) =>
        api.installProgress(signal).then(
          (answer) => {
            connected.value = true
            return answer
          },
          (error: unknown) => {
            connected.value = false
            throw error
          },
        ),
      signal: stop.signal,
      onEvent: ({ data }) => {
        if (data) state.value = JSON.parse(data) as InstallState
      },
      onReconnect: () => undefined,
    })
  }

  function stopFollowing(): void {
    following?.abort()
    following = null
  }

  watch(
    () => state.value.state,
    (now, before) => {
      if (now === 'running') follow()
      else stopFollowing()
      if (now === 'finished' && before !== undefined) onFinished()
    },
    { immediate: true },
  )
  onScopeDispose(stopFollowing)

  return { state, starting, connected, start }
}
