import { z } from 'zod'
import { GENERAL_SETTINGS } from './settings/general.ts'
import { MASKING_SETTINGS } from './settings/masking.ts'
import { MONEY_SETTINGS } from './settings/money.ts'
import { OFFER_SETTINGS } from './settings/offers.ts'
import { REFUSAL_SETTINGS } from './settings/refusals.ts'
import type { SettingDefinition } from './settings/setting.ts'

/**
 * Every setting a portal's administrator may choose on the settings page. A feature adds a line to the file of its
 * section; the page, the endpoint and the reading of it follow from there.
 */
export const SETTINGS = {
  ...GENERAL_SETTINGS,
  ...MONEY_SETTINGS,
  ...MASKING_SETTINGS,
  ...OFFER_SETTINGS,
  ...REFUSAL_SETTINGS,
}
export type SettingKey = keyof typeof SETTINGS
export const SETTING_KEYS = Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]]

type ValueOf<Definition> = Definition extends { type: 'flag' }
  ? boolean
  : Definition extends { type: 'number'; default: number }
    ? number
    : Definition extends { type: 'number' }
      ? number | null
      : Definition extends { type: 'choice'; choices: infer Choices }
        ? keyof Choices & string
        : string
export type SettingValue<Key extends SettingKey> = ValueOf<(typeof SETTINGS)[Key]>

/** The definition without the knowledge of which one it is. */
export const SETTING_DEFINITIONS: Record<SettingKey, SettingDefinition> = SETTINGS

const value = z.union([z.boolean(), z.number(), z.string(), z.null()])

/** Answer of `GET /api/settings`: what each holds, and which were chosen by somebody. */
export const settingsAnswer = z.object({
  values: z.record(z.string(), value),
  chosen: z.array(z.string()),
})
export type SettingsAnswer = z.infer<typeof settingsAnswer>

/** Body of `PUT /api/settings`; null returns to the default. */
export const settingInput = z.object({ key: z.enum(SETTING_KEYS), value })
export type SettingInput = z.infer<typeof settingInput>
