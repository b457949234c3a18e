import type { Language, VatCode } from '../../../contract/codes.ts'
import { VAT_LABELS } from '../../../contract/codes.ts'

/** «с НДС 22 %», «наличные»; an unknown treatment is said to be unknown, never read as «без НДС». */
export function vatText(language: Language, vat: VatCode | null): string {
  if (vat) return VAT_LABELS[vat][language]
  return language === 'ru' ? 'НДС не указан' : 'VAT not stated'
}

const AREAS = {
  exact: { ru: 'точное направление', en: 'this very lane' },
  near: { ru: 'направление и рядом', en: 'this lane and near it' },
  region: { ru: 'между регионами', en: 'between the regions' },
} as const

/** From how wide an area lane rates were taken. */
export function areaText(language: Language, area: keyof typeof AREAS): string {
  return AREAS[area][language]
}

/** The treatment lane rates were brought to: a VAT code where it is one, else the server's own word. */
export function treatmentText(language: Language, treatment: string): string {
  return treatment in VAT_LABELS ? VAT_LABELS[treatment as VatCode][language] : treatment
}
