import type { RuleAction, RuleScope } from '../../../contract/match-rules.ts'
import { BODY_LABELS, type Language } from '../../../contract/codes.ts'

const ACTIONS: Record<RuleAction, Record<Language, string>> = {
  prefer: { ru: 'Предпочитать', en: 'Prefer' },
  boost: { ru: 'Поднять', en: 'Lift' },
  hide: { ru: 'Скрыть', en: 'Hide' },
}

/** «Предпочитать», «Поднять», «Скрыть». */
export function ruleActionText(language: Language, action: RuleAction): string {
  return ACTIONS[action][language]
}

/** Where a rule holds: «для этого клиента, Москва → Казань, кузов тент»; «для всех грузов» where it is everywhere. */
export function ruleScopeText(language: Language, scope: RuleScope, client?: string): string {
  const ru = language === 'ru'
  const parts: string[] = []
  if (scope.client) parts.push(client ?? (ru ? 'для этого клиента' : 'for this client'))
  const lane = laneText(language, scope.from, scope.to, 'place')
  if (lane) parts.push(lane)
  const regions = laneText(language, scope.fromRegion, scope.toRegion, 'region')
  if (regions) parts.push(regions)
  if (scope.body) parts.push(`${ru ? 'кузов' : 'body'} ${BODY_LABELS[scope.body][language]}`)
  if (parts.length === 0) return ru ? 'для всех грузов' : 'for every load'
  return parts.join(', ')
}

/** «Правило: предпочитать, Москва → Казань — держит цену всю зиму». */
export function ruleText(
  language: Language,
  rule: { action: RuleAction; scope: RuleScope; note: string | null },
): string {
  const what = `${ruleActionText(language, rule.action).toLowerCase()} ${ruleScopeText(language, rule.scope)}`
  const note = rule.note ? ` — ${rule.note}` : ''
  return `${language === 'ru' ? 'Правило' : 'Rule'}: ${what}${note}`
}

/** «Скрыт правилом: для этого клиента — сорвал две загрузки». */
export function hiddenByRuleText(language: Language, rule: { scope: RuleScope; note: string | null }): string {
  const note = rule.note ? ` — ${rule.note}` : ''
  return `${language === 'ru' ? 'Скрыт правилом' : 'Hidden by a rule'}: ${ruleScopeText(language, rule.scope)}${note}`
}

const ENDS = {
  place: { from: { ru: 'погрузка', en: 'loading' }, to: { ru: 'выгрузка', en: 'unloading' } },
  region: {
    from: { ru: 'регион погрузки', en: 'loading region' },
    to: { ru: 'регион выгрузки', en: 'unloading region' },
  },
} as const

/** «Москва → Казань», or one end of it by name: «погрузка: Москва». */
function laneText(language: Language, from: string | null, to: string | null, of: keyof typeof ENDS): string {
  if (from !== null && to !== null) return `${from} → ${to}`
  const end = from !== null ? ENDS[of].from : ENDS[of].to
  const name = from ?? to
  return name === null ? '' : `${end[language]}: ${name}`
}
