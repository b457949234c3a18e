import { onScopeDispose, watch, type Ref } from 'vue'
import type { CaptureStart } from '../../contract/capture.ts'
import { openFrame } from '../shared/frame.ts'
import { bootThroughFrame } from '../shared/session.ts'

/**
 * In a call card: it stays open while something is typed that was not sent, and hears whom the portal ties the call to
 * while people talk.
 */
export function useCallCard(options: {
  isCall: boolean
  dirty: Ref<boolean>
  onCaller: (start: CaptureStart) => void
}): void {
  if (!options.isCall) return
  let stopped = false
  watch(
    options.dirty,
    (dirty) => {
      openFrame()
        .then((frame) => frame.holdCallCard(dirty))
        .catch(() => undefined)
    },
    { immediate: true },
  )

  async function listen(): Promise<void> {
    const frame = await openFrame()
    await frame.onCallerChanged(async (call) => {
      if (stopped) return
      const boot = await bootThroughFrame('carrier-form', false, call)
      if (!stopped && boot.state === 'carrier-form') options.onCaller(boot.start)
    })
  }
  // Outside a portal nobody calls, which is no failure of the page.
  void listen().catch(() => undefined)
  onScopeDispose(() => {
    stopped = true
  })
}
