import {
  SETTING_DEFINITIONS,
  SETTING_KEYS,
  type SettingKey,
  type SettingsAnswer,
  type SettingValue,
} from '../../contract/settings.ts'
import type { PortalStore } from './database.ts'
import { readSetting, removeSetting, writeSetting } from './settings.ts'

/** What a setting holds in this portal; its default where nothing, or nothing that makes sense, was chosen. */
export async function readChosen<Key extends SettingKey>(store: PortalStore, key: Key): Promise<SettingValue<Key>> {
  const kept = await readSetting(store, key)
  const value = kept !== null && isAcceptable(key, kept) ? kept : SETTING_DEFINITIONS[key].default
  return value as SettingValue<Key>
}

/** Every setting, for the settings page. */
export async function readAllChosen(store: PortalStore): Promise<SettingsAnswer> {
  const values: SettingsAnswer['values'] = {}
  const chosen: SettingKey[] = []
  for (const key of SETTING_KEYS) {
    values[key] = await readChosen(store, key)
    if ((await readSetting(store, key)) !== null) chosen.push(key)
  }
  return { values, chosen }
}

/** Keeps a value, or returns to the default by null. False, and nothing kept, for a value the setting cannot hold. */
export async function chooseSetting(store: PortalStore, key: SettingKey, value: unknown): Promise<boolean> {
  if (value === null) {
    await removeSetting(store, key)
    return true
  }
  if (!isAcceptable(key, value)) return false
  await writeSetting(store, key, value)
  return true
}

function isAcceptable(key: SettingKey, value: unknown): boolean {
  const definition = SETTING_DEFINITIONS[key]
  switch (definition.type) {
    case 'flag':
      return typeof value === 'boolean'
    case 'number':
      return (
        typeof value === 'number' &&
        value >= definition.least &&
        value <= definition.most &&
        (definition.decimals > 0 || Number.isInteger(value * (definition.shownTimes ?? 1)))
      )
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(definition.choices, value)
    case 'text':
      return typeof value === 'string' && value.length <= definition.longest
  }
}
