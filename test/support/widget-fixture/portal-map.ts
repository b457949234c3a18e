import { makeMogutinOwn } from '../../../sandbox/seeds/mogutin-own.ts'
import { OWN_CARRIER, OWN_OFFER, OWN_ORDER, OWN_REQUEST } from '../../../sandbox/seeds/own/processes.ts'
import type { PortalMap, PortalMapAnswer, PortalSurvey, SurveyedProcess } from '../../../contract/portal-map.ts'
import { dryRunOf } from '../../../server/install/dry-run.ts'
import { guessMap } from '../../../server/install/guess-map.ts'
import type { Standing } from '../../../server/install/standing.ts'
import { ourProcesses } from '../../../server/install/our-processes.ts'
import { portalFieldsOf, portalStagesOf } from '../seed-fields.ts'

const PROCESSES = { request: OWN_REQUEST, order: OWN_ORDER, offer: OWN_OFFER, carrier: OWN_CARRIER }

const stage = (statusId: string, name: string, sort: number, semantics: 'P' | 'S' | 'F') => ({
  id: sort,
  statusId,
  name,
  sort,
  semantics,
})

/** A portal in which nothing of the app stands yet, but for a tab of a former address. */
const STANDING: Standing = {
  scopes: ['crm', 'user', 'department', 'placement', 'im', 'userfieldconfig', 'bizproc', 'telephony'],
  hasQueue: true,
  placements: [{ placement: 'CRM_LEAD_DETAIL_TAB', handler: 'https://old.example.ru/w/refusal' }],
  events: [],
  robots: [],
  activities: [],
  badges: [],
  nativeStages: {
    STATUS: [stage('NEW', 'Не обработан', 10, 'P'), stage('CONVERTED', 'Качественный лид', 20, 'S')],
    DEAL_STAGE: [stage('NEW', 'Новая', 10, 'P'), stage('WON', 'Успех', 20, 'S'), stage('LOSE', 'Провал', 30, 'F')],
  },
  funnels: {},
  parents: {},
  rows: { company: 2000, contact: 2400, lead: 500, deal: 900 },
}

function surveyed({ type }: typeof OWN_REQUEST): SurveyedProcess {
  return {
    entityTypeId: type.entityTypeId,
    title: type.title,
    fields: portalFieldsOf(type).map((field) => ({
      ...field,
      samples: field.label === 'Ставка' ? ['85 000 руб. с НДС', '92,5 т.р.'] : [],
    })),
    stages: portalStagesOf(type),
    rows: 1234,
  }
}

/** The grown portal as the server would tell of it, guessed and reckoned by the server's own code. */
export function portalMapAnswerOf(language: 'ru' | 'en', chosen: PortalMap | null): PortalMapAnswer {
  const seed = makeMogutinOwn({ today: '2026-11-23', scale: 0.01 })
  const survey: PortalSurvey = {
    types: seed.types.map(({ entityTypeId, title }) => ({
      entityTypeId,
      title,
      suits: (Object.keys(PROCESSES) as (keyof typeof PROCESSES)[]).filter(
        (name) => PROCESSES[name].entityTypeId === entityTypeId,
      ),
    })),
    processes: {
      request: surveyed(OWN_REQUEST),
      order: surveyed(OWN_ORDER),
      offer: surveyed(OWN_OFFER),
      carrier: surveyed(OWN_CARRIER),
    },
    departments: seed.departments.map(({ id, name, parentId }) => ({ id, name, parentId, people: 3 })),
    people: seed.users.slice(0, 6).map((user) => ({
      id: user.id,
      name: `${user.name} ${user.lastName}`,
      position: user.workPosition,
      departmentIds: user.departmentIds,
    })),
    ownCompanies: [
      { id: 1, title: 'ООО «Могутин Логистика»' },
      { id: 3, title: 'ООО «Могутин Юг»' },
    ],
    missingScopes: [],
    hasQueue: true,
  }
  const map = chosen ?? guessMap(survey)
  const dryRun = dryRunOf({ survey, standing: STANDING, map, publicUrl: 'https://reis.example.ru' }, language)
  return {
    ours: ourProcesses(language),
    survey,
    map,
    isChosen: chosen !== null,
    wasFitted: false,
    dryRun,
    problems: [],
  }
}
