/**
 * What a seed hands to the sandbox: a whole portal as plain data, in the portal's own spelling. Seeds are
 * deterministic: the same name, scale and day give the same rows with the same ids.
 */
export interface SeedField {
  /** UF_CRM_<type row id>_<CODE> for smart processes, UF_CRM_<CODE> for native entities. */
  fieldName: string
  userTypeId:
    | 'string'
    | 'double'
    | 'integer'
    | 'boolean'
    | 'datetime'
    | 'date'
    | 'money'
    | 'enumeration'
    | 'employee'
    | 'crm'
    | 'url'
  multiple?: boolean
  mandatory?: boolean
  label: { ru: string; en: string }
  settings?: Record<string, unknown>
  /** Elements of an enumeration; ids are unique within the portal. */
  items?: { id: number; xmlId: string; value: string }[]
}

export interface SeedStage {
  /** Without the portal's prefix: `NEW`, not `DT1036_10:NEW`. */
  statusId: string
  name: string
  color: string
  semantics: 'S' | 'F' | null
}

export interface SeedCategory {
  id: number
  name: string
  isDefault: boolean
  stages: SeedStage[]
}

/** A smart process. */
export interface SeedType {
  /** Row id: the number in UF_CRM_<id>_… */
  id: number
  entityTypeId: number
  title: string
  isStagesEnabled: boolean
  isClientEnabled: boolean
  categories: SeedCategory[]
  fields: SeedField[]
  /** entityTypeIds whose items may be parents of this type's items (`parentId<n>`). */
  parents: number[]
}

export interface SeedUser {
  id: number
  name: string
  lastName: string
  secondName?: string
  email: string
  workPosition: string
  departmentIds: number[]
  isAdmin?: boolean
  active?: boolean
  phoneInner?: string
  gender?: 'M' | 'F'
}

export interface SeedDepartment {
  id: number
  name: string
  parentId: number | null
  headId: number | null
}

/**
 * One CRM item in `crm.item.*` spelling: standard fields in camelCase (`title`, `stageId` with its full
 * prefix, `assignedById`, `createdTime`, `companyId`, `contactIds`, `parentId1036`, `opportunity`,
 * `currencyId`, …), user fields by their original UF_ names, phones and e-mails in `fm`
 * (`[{ typeId: 'PHONE', valueType: 'WORK', value: '+7…' }]`). Enumerations hold element ids, money
 * "12500.50|RUB", booleans Y/N, dates ISO.
 */
export interface SeedItem {
  entityTypeId: number
  id: number
  fields: Record<string, unknown>
}

export interface SeedComment {
  entityTypeId: number
  entityId: number
  authorId: number
  text: string
  createdAt: string
}

/** Somebody's working day: going on, on a break, forgotten (it began on an earlier day) or over. Moments are ISO. */
export interface SeedWorkDay {
  userId: number
  startedAt: string
  pausedAt?: string
  finishedAt?: string
}

/** A time when somebody is away; days are YYYY-MM-DD, the last included. */
export interface SeedAbsence {
  userId: number
  name: string
  from: string
  to: string
}

/** A task; `crm` are the cards it is bound to. */
export interface SeedTask {
  id: number
  title: string
  description?: string
  createdBy: number
  responsibleId: number
  createdAt: string
  deadline?: string
  crm?: { entityTypeId: number; id: number }[]
}

/** Legal data of a company in the spelling of `crm.requisite.*`, with its legal address and its account. */
export interface SeedRequisite {
  entityTypeId: number
  entityId: number
  /** 1 a company, 3 an entrepreneur. */
  presetId: number
  name: string
  fields: Record<string, string>
  address: Record<string, string>
  account: Record<string, string>
}

export type SeedReach = 'all' | 'department' | 'own' | 'none'

/**
 * Who may do what, per entityTypeId: `all`, `department` (own and below), `own`, `none`. A department's people, its head
 * alone, or single persons; of several that apply to somebody the widest counts.
 */
export interface SeedRights {
  departmentId: number
  /** For the head of the department only. */
  isForHead?: boolean
  /** For these people wherever they work; the department does not matter then. */
  userIds?: number[]
  read: Record<number, SeedReach>
  /** Changing; also adding and deleting, where those are not said. */
  write: Record<number, SeedReach>
  add?: Record<number, SeedReach>
  delete?: Record<number, SeedReach>
  /** Stages, with the portal's prefix, that items may be moved to; all where the type is not named. */
  moves?: Record<number, string[]>
}

export interface Seed {
  name: string
  /** Title of the company, shown by the host page. */
  company: string
  language: 'ru' | 'en'
  users: SeedUser[]
  departments: SeedDepartment[]
  types: SeedType[]
  /** User fields of native entities by userfield entity id: CRM_LEAD, CRM_DEAL, CRM_CONTACT, CRM_COMPANY. */
  nativeFields: Record<string, SeedField[]>
  /** Extra stages of native entities by dictionary: STATUS (leads), DEAL_STAGE. */
  nativeStages: Record<string, SeedStage[]>
  currencies: { code: string; rate: number; isBase: boolean }[]
  rights: SeedRights[]
  /** Read once, in order; parents come before children. */
  items: Iterable<SeedItem>
  comments: SeedComment[]
  /** Read once, after the items. */
  requisites?: Iterable<SeedRequisite>
  tasks?: SeedTask[]
  workDays?: SeedWorkDay[]
  absences?: SeedAbsence[]
  /** The portal of this seed answers REST no faster. */
  minimumAnswerMs?: number
}

export interface SeedOptions {
  /** The day the portal's data ends at, YYYY-MM-DD: seeds never read a clock. */
  today: string
  /** Multiplies the numbers of companies, offers, orders and requests. */
  scale: number
}

export type MakeSeed = (options: SeedOptions) => Seed
