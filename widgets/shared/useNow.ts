import { onScopeDispose, ref, type Ref } from 'vue'

const TICK_MS = 30_000

/** The reader's clock, moving twice a minute: «звонит» and «12 минут» grow old while the page is open. */
export function useNow(): Ref<Date> {
  const now = ref(new Date())
  const timer = setInterval(() => {
    now.value = new Date()
  }, TICK_MS)
  onScopeDispose(() => clearInterval(timer))
  return now
}
