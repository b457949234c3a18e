import { z } from 'zod'
import { ROLES } from './codes.ts'

export const MAPPED_PROCESSES = ['request', 'order', 'offer', 'carrier'] as const
export type MappedProcessName = (typeof MAPPED_PROCESSES)[number]

/** For a field of ours that the portal does not have: make one, or do without. */
export const MAKE_FIELD = 'create'
export const NO_FIELD = 'none'

const text = z.string().max(200)
const roleById = z.record(z.string().regex(/^\d+$/), z.enum(ROLES))

/** Where one of our processes lives in a portal. */
export const processChoice = z.object({
  /** null: a process of ours is made. */
  entityTypeId: z.number().int().positive().nullable(),
  /** Our field code → the portal's field, `create` or `none`; a code that is absent is `create`. */
  fields: z.record(text, text),
  /** Our field code → element id of the portal's list → our code. */
  elements: z.record(text, z.record(z.string().regex(/^\d+$/), text)),
  /** The portal's full stage id → our stage code; null: the funnel is brought to hold our own stages. */
  stages: z.record(text, text).nullable(),
})
export type ProcessChoice = z.infer<typeof processChoice>

/** What a portal's administrator says its processes, fields, lists, stages and people mean; exported as it is. */
export const portalMap = z.object({
  version: z.literal(1),
  processes: z.object({ request: processChoice, order: processChoice, offer: processChoice, carrier: processChoice }),
  /** Whether leads and deals get our stages («Пауза в обработке» and those of an order). */
  nativeStages: z.boolean(),
  /** Roles by department; a department that is absent has its parent's. */
  departments: roleById,
  /** Roles of single people, besides their department's. */
  people: roleById,
})
export type PortalMap = z.infer<typeof portalMap>

const surveyedField = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  multiple: z.boolean(),
  elements: z.array(z.object({ id: z.number().int(), label: z.string() })),
  /** A few values as they stand in the newest items, shortened; phone numbers are not among them. */
  samples: z.array(z.string()),
})

const surveyedProcess = z.object({
  entityTypeId: z.number().int(),
  title: z.string(),
  fields: z.array(surveyedField),
  stages: z.array(z.object({ statusId: z.string(), name: z.string(), semantics: z.enum(['P', 'S', 'F']) })),
  /** Items it holds; null where the portal did not say. */
  rows: z.number().int().nullable(),
})
export type SurveyedProcess = z.infer<typeof surveyedProcess>

/** What stands in the portal, as far as it helps to choose. Nothing of it is written anywhere. */
export const portalSurvey = z.object({
  types: z.array(
    z.object({ entityTypeId: z.number().int(), title: z.string(), suits: z.array(z.enum(MAPPED_PROCESSES)) }),
  ),
  /** Of the chosen processes. */
  processes: z.record(z.enum(MAPPED_PROCESSES), surveyedProcess.nullable()),
  departments: z.array(
    z.object({
      id: z.number().int(),
      name: z.string(),
      parentId: z.number().int().nullable(),
      people: z.number().int(),
    }),
  ),
  people: z.array(
    z.object({
      id: z.number().int(),
      name: z.string(),
      position: z.string(),
      departmentIds: z.array(z.number().int()),
    }),
  ),
  ownCompanies: z.array(z.object({ id: z.number().int(), title: z.string() })),
  /** Scopes the app needs and was not given. */
  missingScopes: z.array(z.string()),
  /** Whether the portal's plan has a queue of changes; without one they come as single events. */
  hasQueue: z.boolean(),
})
export type PortalSurvey = z.infer<typeof portalSurvey>

export const MAP_PROBLEMS = [
  'process_gone',
  'process_twice',
  'field_gone',
  'field_twice',
  'field_renamed',
  'field_retyped',
  'wrong_type',
  'element_gone',
  'stage_gone',
  'no_stage',
  'scope_missing',
] as const

/** Something about the map that an administrator should know. `stops`: nothing can be set up before it is mended. */
export const mapProblem = z.object({
  code: z.enum(MAP_PROBLEMS),
  stops: z.boolean(),
  process: z.enum(MAPPED_PROCESSES).nullable(),
  /** Our field or stage code. */
  of: z.string().nullable(),
  /** The portal's name of it, for a person: «Ставка подрядчика». */
  what: z.string(),
  /** What it is now, where it was renamed or retyped. */
  now: z.string().nullable(),
})
export type MapProblem = z.infer<typeof mapProblem>

/** What a portal may not have or not allow, and the app does without. */
export const WITHOUT = ['queue', 'telephony', 'tasks', 'chats', 'absences', 'robots', 'activities', 'badges'] as const
export type Without = (typeof WITHOUT)[number]

/** What a setup would do with these choices. Made without writing anything. */
export const dryRun = z.object({
  /** Of these very choices and this very portal; the setup is started with it. */
  key: z.string(),
  create: z.array(
    z.object({
      what: z.enum([
        'process',
        'field',
        'stage',
        'nativeStage',
        'relation',
        'tab',
        'event',
        'robot',
        'activity',
        'badge',
      ]),
      process: z.enum(MAPPED_PROCESSES).nullable(),
      titles: z.array(z.string()),
    }),
  ),
  /** What stands already and is brought up to date: ours, or the place of a stage in its funnel. */
  update: z.array(
    z.object({
      what: z.enum(['stageOrder', 'robot', 'activity']),
      process: z.enum(MAPPED_PROCESSES).nullable(),
      titles: z.array(z.string()),
    }),
  ),
  /** Of the app's own: what an earlier setup has bound and is not wanted any more. */
  remove: z.array(z.object({ what: z.enum(['tab', 'event']), titles: z.array(z.string()) })),
  /** Rows that will be read; null where the portal did not say. */
  read: z.array(
    z.object({
      entity: z.string(),
      title: z.string(),
      rows: z.number().int().nullable(),
      /** Of ours that it holds; null for what every portal has, whose fields are read as they are. */
      fields: z.number().int().nullable(),
    }),
  ),
  /** Fields of ours that this portal will not have: what they serve is then not known. */
  missing: z.array(z.object({ process: z.enum(MAPPED_PROCESSES), of: z.string(), titles: z.string() })),
  /** What this portal does not give the app, so that a part of it works otherwise or not at all. */
  without: z.array(z.enum(WITHOUT)),
  problems: z.array(mapProblem),
})
export type DryRun = z.infer<typeof dryRun>

const word = z.object({ code: z.string(), label: z.string() })

/** Our own process as the page names it, in the reader's language. */
export const ourProcess = z.object({
  title: z.string(),
  fields: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      /** Types of a portal's field that can hold it, the best first. */
      types: z.array(z.string()),
      /** What elements of its list may mean; empty where it is no list. */
      choices: z.array(word),
      /** Its elements are payment forms: an own company may be named beside the VAT. */
      isPaymentForm: z.boolean(),
    }),
  ),
  stages: z.array(word.extend({ semantics: z.enum(['P', 'S', 'F']) })),
})
export type OurProcess = z.infer<typeof ourProcess>

/** Answer of `GET /api/portal-map` and of everything that changes it. */
export const portalMapAnswer = z.object({
  ours: z.record(z.enum(MAPPED_PROCESSES), ourProcess),
  survey: portalSurvey,
  map: portalMap,
  /** Whether somebody has chosen; otherwise the map is a guess. */
  isChosen: z.boolean(),
  /** Whether the app was fitted to this portal before, and what was chosen then is kept. */
  wasFitted: z.boolean(),
  dryRun,
  /** What the last look at the portal found changed. */
  problems: z.array(mapProblem),
})
export type PortalMapAnswer = z.infer<typeof portalMapAnswer>

/** Body of `POST /api/install/start`. */
export const startInput = z.object({ dryRun: z.string().max(80).optional() })
