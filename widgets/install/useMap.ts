import { ref, shallowRef } from 'vue'
import type { PortalMap, PortalMapAnswer } from '../../contract/portal-map.ts'
import type { Api } from '../shared/api.ts'

/** The map as the page shows it: each choice is kept by the server at once, which answers with what it comes to. */
export function useMap(api: Api) {
  const answer = shallowRef<PortalMapAnswer | null>(null)
  const saving = ref(false)
  let newest = 0

  /** Throws ApiProblem. */
  async function load(): Promise<void> {
    answer.value = await api.portalMap()
  }

  /** Throws ApiProblem; what stood before is then shown again. Of two choices made quickly the later answer counts. */
  async function choose(map: PortalMap): Promise<void> {
    if (!answer.value) return
    const before = answer.value
    const turn = ++newest
    saving.value = true
    answer.value = { ...before, map }
    try {
      const told = await api.choosePortalMap(map)
      if (turn === newest) answer.value = told
    } catch (error) {
      if (turn === newest) answer.value = before
      throw error
    } finally {
      if (turn === newest) saving.value = false
    }
  }

  return { answer, saving, load, choose }
}
