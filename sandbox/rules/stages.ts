import type { State } from '../state/state.ts'
import type { Status } from '../state/statuses.ts'
import { dealType, leadType } from './standard-fields.ts'

/** The dictionary that holds the stages of a funnel. */
export function stageDictionary(entityTypeId: number, categoryId: number): string {
  if (entityTypeId === leadType) return 'STATUS'
  if (entityTypeId === dealType) return categoryId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${categoryId}`
  return `DYNAMIC_${entityTypeId}_STAGE_${categoryId}`
}

/** What the portal puts before a stage's own code: `DT1036_10:NEW`, `C5:NEW`, `NEW`. */
export function stagePrefix(entityTypeId: number, categoryId: number): string {
  if (entityTypeId === leadType) return ''
  if (entityTypeId === dealType) return categoryId === 0 ? '' : `C${categoryId}:`
  return `DT${entityTypeId}_${categoryId}:`
}

/** The funnel a stage dictionary belongs to, or null when it is another kind of dictionary. */
export function funnelOf(dictionary: string): { entityTypeId: number; categoryId: number } | null {
  if (dictionary === 'STATUS') return { entityTypeId: leadType, categoryId: 0 }
  if (dictionary === 'DEAL_STAGE') return { entityTypeId: dealType, categoryId: 0 }
  const deal = /^DEAL_STAGE_(\d+)$/.exec(dictionary)
  if (deal) return { entityTypeId: dealType, categoryId: Number(deal[1]) }
  const smart = /^DYNAMIC_(\d+)_STAGE_(\d+)$/.exec(dictionary)
  return smart ? { entityTypeId: Number(smart[1]), categoryId: Number(smart[2]) } : null
}

/** P in progress, S success, F failure. */
export const semanticsOf = (stage: Status | undefined): 'P' | 'S' | 'F' => stage?.semantics ?? 'P'

export interface StageDraft {
  statusId: string
  name: string
  color: string
  semantics: 'S' | 'F' | null
}

/** Puts the stages of a funnel into its dictionary, in that order. */
export function addStages(state: State, entityTypeId: number, categoryId: number, stages: StageDraft[]): void {
  const entityId = stageDictionary(entityTypeId, categoryId)
  stages.forEach((stage, index) => {
    state.statuses.save({
      id: state.meta.nextId('status'),
      entityId,
      statusId: stagePrefix(entityTypeId, categoryId) + stage.statusId,
      name: stage.name,
      nameInit: '',
      sort: (index + 1) * 10,
      isSystem: index === 0 || stage.semantics === 'S',
      categoryId: entityTypeId === leadType ? null : categoryId,
      color: stage.color,
      semantics: stage.semantics,
    })
  })
}

/** The stages a new funnel starts with. */
export const newFunnelStages: StageDraft[] = [
  { statusId: 'NEW', name: 'Начало', color: '#22B9FF', semantics: null },
  { statusId: 'PREPARATION', name: 'Подготовка', color: '#88B9FF', semantics: null },
  { statusId: 'CLIENT', name: 'Согласование', color: '#10E5FC', semantics: null },
  { statusId: 'SUCCESS', name: 'Успех', color: '#00FF00', semantics: 'S' },
  { statusId: 'FAIL', name: 'Провал', color: '#FF0000', semantics: 'F' },
]

/** A new deal funnel starts with the stages of the first one. */
export const dealStages: StageDraft[] = [
  { statusId: 'NEW', name: 'Новая', color: '#39A8EF', semantics: null },
  { statusId: 'PREPARATION', name: 'Подготовка документов', color: '#2FC6F6', semantics: null },
  { statusId: 'PREPAYMENT_INVOICE', name: 'Счёт на предоплату', color: '#55D0E0', semantics: null },
  { statusId: 'EXECUTING', name: 'В работе', color: '#47E4C2', semantics: null },
  { statusId: 'FINAL_INVOICE', name: 'Финальный счёт', color: '#FFA900', semantics: null },
  { statusId: 'WON', name: 'Сделка успешна', color: '#7BD500', semantics: 'S' },
  { statusId: 'LOSE', name: 'Сделка провалена', color: '#FF5752', semantics: 'F' },
  { statusId: 'APOLOGY', name: 'Анализ причины провала', color: '#FF5752', semantics: 'F' },
]

export const leadStages: StageDraft[] = [
  { statusId: 'NEW', name: 'Не обработан', color: '#39A8EF', semantics: null },
  { statusId: 'IN_PROCESS', name: 'В работе', color: '#2FC6F6', semantics: null },
  { statusId: 'PROCESSED', name: 'Обработан', color: '#55D0E0', semantics: null },
  { statusId: 'CONVERTED', name: 'Качественный лид', color: '#7BD500', semantics: 'S' },
  { statusId: 'JUNK', name: 'Некачественный лид', color: '#FF5752', semantics: 'F' },
]
