import type { SeedStage } from '../seed.ts'

function stage(statusId: string, name: string): SeedStage {
  return { statusId, name, color: '#55D0E0', semantics: null }
}

/** Stages this forwarder added to the portal's own funnels, long ago and under its own names. */
export const OWN_NATIVE_STAGES: Record<string, SeedStage[]> = {
  STATUS: [stage('UC_L0FRZN', 'Заморожен')],
  DEAL_STAGE: [
    stage('UC_D0CS01', 'Документы'),
    stage('UC_D0LOAD', 'Загрузка'),
    stage('UC_D0ROAD', 'В дороге'),
    stage('UC_D0UNLD', 'Выгрузка'),
    stage('UC_D0FRZN', 'Заморожен'),
  ],
}

const LEADS: Record<string, string> = { PAUSE: 'UC_L0FRZN' }
const DEALS: Record<string, string> = {
  DOCUMENTS: 'UC_D0CS01',
  SIGNING: 'UC_D0CS01',
  LOADING: 'UC_D0LOAD',
  TRANSIT: 'UC_D0ROAD',
  UNLOADING: 'UC_D0UNLD',
  PAUSE: 'UC_D0FRZN',
}

/** Where a lead or a deal of the default portal stands here. */
export function ownNativeStage(kind: 'lead' | 'deal', stageId: unknown): unknown {
  return (kind === 'lead' ? LEADS : DEALS)[String(stageId)] ?? stageId
}
