import type { SettingDefinition } from './setting.ts'

export const REFUSAL_SETTINGS = {} as const satisfies Record<string, SettingDefinition>
