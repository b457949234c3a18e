import { ref, shallowRef } from 'vue'
import type { SettingKey, SettingsAnswer } from '../../contract/settings.ts'
import type { Api } from '../shared/api.ts'

/** The settings of the portal; each is saved as it is chosen. */
export function useSettings(api: Api) {
  const answer = shallowRef<SettingsAnswer | null>(null)
  /** Which one was saved last: it says so beside itself. */
  const saved = ref<SettingKey | null>(null)

  /** Throws ApiProblem. */
  async function load(): Promise<void> {
    answer.value = await api.settings()
  }

  /** Throws ApiProblem; what was there before is then shown again. */
  async function choose(key: SettingKey, value: boolean | number | string | null): Promise<void> {
    saved.value = null
    try {
      answer.value = await api.chooseSetting({ key, value })
      saved.value = key
    } catch (error) {
      if (answer.value) answer.value = { ...answer.value }
      throw error
    }
  }

  return { answer, saved, load, choose }
}
