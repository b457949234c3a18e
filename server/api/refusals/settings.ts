import { refusalSettings, type RefusalSettings } from '../../../contract/refusal-settings.ts'
import type { PortalStore } from '../../store/database.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'

const KEY = 'refusals'

/** What this portal has chosen; something unreadable counts as nothing chosen. */
export async function readRefusalSettings(store: PortalStore): Promise<RefusalSettings> {
  const kept = await readSetting(store, KEY)
  const read = refusalSettings.safeParse(kept ?? {})
  return read.success ? read.data : refusalSettings.parse({})
}

export async function saveRefusalSettings(store: PortalStore, settings: RefusalSettings): Promise<void> {
  await writeSetting(store, KEY, settings)
}
