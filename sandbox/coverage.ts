import { coverageBeyondCrm, deviationsBeyondCrm } from './coverage-beyond-crm.ts'
import { coverageModules, deviationsModules } from './coverage-modules.ts'
import { coverageOffice, deviationsOffice } from './coverage-office.ts'
import { allFull, full, partial } from './coverage-rows.ts'
import { coverageTasks, deviationsTasks } from './coverage-tasks.ts'
import { coverageTimeline, deviationsTimeline } from './coverage-timeline.ts'

/** How much of a documented method this portal does. */
export interface Coverage {
  method: string
  status: 'full' | 'partial'
  /** Files of `test/sandbox`, without their ending. */
  testedBy: string[]
  /** What a caller of the real one would miss here; empty when nothing is known to be missing. */
  gap: string
}

/** Where an answer or a refusal is knowingly unlike the documentation's examples. */
export interface Deviation {
  method: string
  /** Required parameters that are not asked for, or refused with a code the page does not name. */
  parameters?: string[]
  /** Keys that are absent or of another type; `*` at the end stands for anything. */
  paths?: string[]
  reason: string
}

const legacyWords = ['lead', 'deal', 'contact', 'company']
const noFiles = 'files are kept by name and size, not by content'

/** Every method of `methods/`: CRM's and the portal's own in the order of their names, the other modules' by family. */
export const coverage: Coverage[] = [
  partial('app.info', 'the licence is fixed'),
  full('app.option.get'),
  full('app.option.set'),
  full('batch'),
  full('crm.category.add'),
  full('crm.category.delete'),
  full('crm.category.get'),
  full('crm.category.list'),
  full('crm.category.update'),
  ...legacyWords.flatMap((word) => allFull(`crm.${word}`, 'add', 'delete', 'fields', 'get', 'update')),
  ...legacyWords.map((word) => partial(`crm.${word}.list`, 'unknown filter keys are ignored except user fields')),
  ...legacyWords.flatMap((word) => allFull(`crm.${word}.userfield`, 'add', 'delete', 'get', 'list', 'update')),
  partial('crm.currency.add', 'currencies have the names and formats of their codes'),
  full('crm.currency.base.get'),
  full('crm.currency.base.set'),
  full('crm.currency.delete'),
  full('crm.currency.fields'),
  full('crm.currency.get'),
  full('crm.currency.list'),
  full('crm.currency.update'),
  full('crm.duplicate.findbycomm'),
  partial(
    'crm.item.add',
    'no files, product rows and automation; leads, deals, contacts, companies and smart processes only',
  ),
  partial('crm.item.delete', 'no recycle bin: children keep a parent that is gone'),
  full('crm.item.fields'),
  partial('crm.item.get', 'fields nobody writes (search content, repeated approach) are null'),
  partial('crm.item.list', 'fm cannot be filtered by'),
  partial('crm.item.update', 'no files, product rows and automation'),
  partial('crm.stagehistory.list', 'seeded items have one row, for the stage they stand on'),
  full('crm.status.add'),
  full('crm.status.delete'),
  full('crm.status.get'),
  full('crm.status.list'),
  full('crm.status.update'),
  partial('crm.timeline.comment.add', noFiles),
  full('crm.timeline.comment.delete'),
  partial('crm.timeline.comment.get', noFiles),
  partial('crm.timeline.comment.list', noFiles),
  partial('crm.timeline.comment.update', noFiles),
  partial('crm.type.add', 'no custom sections'),
  full('crm.type.delete'),
  full('crm.type.fields'),
  full('crm.type.get'),
  full('crm.type.getByEntityTypeId'),
  full('crm.type.list'),
  partial('crm.type.update', 'no custom sections'),
  full('department.get'),
  full('event.bind'),
  full('event.get'),
  partial('event.offline.clear', 'reservations never run out by themselves'),
  full('event.offline.error'),
  full('event.offline.get'),
  full('event.offline.list'),
  full('event.unbind'),
  partial(
    'events',
    'may be subscribed to, yet what comes of the market and of the settings of lines never happens here',
  ),
  partial('feature.get', 'knows the two features of the offline queue'),
  full('method.get'),
  full('methods'),
  full('placement.bind'),
  full('placement.get'),
  full('placement.list'),
  full('placement.unbind'),
  full('profile'),
  partial('scope', 'scopes of the areas this portal has'),
  full('server.time'),
  full('user.admin'),
  partial('user.current', 'personal data beyond name, position and extension are empty'),
  full('user.fields'),
  partial('user.get', 'personal data beyond name, position and extension are empty'),
  full('user.option.get'),
  full('user.option.set'),
  full('userfieldconfig.add'),
  full('userfieldconfig.delete'),
  full('userfieldconfig.get'),
  full('userfieldconfig.list'),
  full('userfieldconfig.update'),
  full('userfieldtype.add'),
  full('userfieldtype.delete'),
  full('userfieldtype.list'),
  full('userfieldtype.update'),
  ...coverageTimeline,
  ...coverageTasks,
  ...coverageOffice,
  ...coverageModules,
  ...coverageBeyondCrm,
]

/** Held against the documented shapes by a test: what is not here must be as documented, what is here must still differ. */
export const deviations: Deviation[] = [
  { method: 'batch', parameters: ['cmd'], reason: 'a batch of nothing is an empty answer' },
  {
    method: 'batch',
    paths: ['result.result.get_user.TIMESTAMP_X'],
    reason: 'user.current and user.get document an object, the page of batch a text',
  },
  { method: 'crm.contact.get', paths: ['result.FACE_ID'], reason: 'no face tracker' },
  {
    method: 'crm.item.fields',
    paths: ['result.fields.contacts', 'result.fields.mycompanyId.settings.*'],
    reason: 'contacts are described by contactIds; my company has no settings of its own',
  },
  { method: 'crm.timeline.comment.get', paths: ['result.FILES.{}.*'], reason: noFiles },
  { method: 'crm.timeline.comment.list', paths: ['result[].FILES.{}.*'], reason: noFiles },
  ...deviationsTasks,
  ...deviationsTimeline,
  ...deviationsOffice,
  ...deviationsModules,
  ...deviationsBeyondCrm,
]
