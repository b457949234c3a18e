import type { Label } from '../codes.ts'

export const SETTING_SECTIONS = ['general', 'money', 'masking', 'offers', 'refusals'] as const
export type SettingSection = (typeof SETTING_SECTIONS)[number]

export const SECTION_LABELS: Record<SettingSection, Label> = {
  general: { ru: 'Общие', en: 'General' },
  money: { ru: 'Деньги', en: 'Money' },
  masking: { ru: 'Кто что видит', en: 'Who sees what' },
  offers: { ru: 'Предложения', en: 'Offers' },
  refusals: { ru: 'Отказы', en: 'Refusals' },
}

/** What a setting may hold. `null` as a default: nothing is assumed, and whoever reads it has to say what then. */
export type SettingKind =
  | { type: 'flag'; default: boolean }
  | {
      type: 'number'
      default: number | null
      least: number
      most: number
      /** Digits after the point people may type; 0: whole numbers. */
      decimals: number
      unit: Label
      /** Times the kept value is shown: 100 for a share that people speak of in per cent. */
      shownTimes?: number
    }
  | { type: 'choice'; default: string; choices: Record<string, Label> }
  | { type: 'text'; default: string; longest: number }

/** One setting of a portal: kept under its key in the portal's own file, chosen by its administrator. */
export type SettingDefinition = SettingKind & {
  section: SettingSection
  title: Label
  /** One or two sentences: what changes, and for whom. */
  help: Label
}
