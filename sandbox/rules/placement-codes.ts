import type { Portal } from '../portal.ts'

/** Codes and the scope each needs besides `placement`; an empty one needs none. */
const plain: Record<string, string> = {
  BI_ANALYTICS_MENU: '',
  CALENDAR_GRIDVIEW: 'calendar',
  CALL_CARD: 'telephony',
  CONTACT_CENTER: 'contact_center',
  CRM_ANALYTICS_MENU: 'crm',
  CRM_ANALYTICS_TOOLBAR: 'crm',
  CRM_BANK_DETAIL_AUTOCOMPLETE: 'crm',
  CRM_DETAIL_SEARCH: 'crm',
  CRM_FUNNELS_TOOLBAR: 'crm',
  CRM_SMART_INVOICE_FUNNELS_TOOLBAR: 'crm',
  CRM_REQUISITE_AUTOCOMPLETE: 'crm',
  IM_CONTEXT_MENU: 'im',
  IM_NAVIGATION: 'im',
  IM_SIDEBAR: 'im',
  IM_SMILES_SELECTOR: '',
  IM_TEXTAREA: 'im',
  IMMOBILE_CONTEXT_MENU: 'im',
  LEFT_MENU: '',
  PAGE_BACKGROUND_WORKER: '',
  REST_APP_URI: '',
  SETTING_CONNECTOR: 'imopenlines',
  SONET_GROUP_DETAIL_TAB: 'sonet_group',
  SONET_GROUP_ROBOT_DESIGNER_TOOLBAR: 'sonet_group',
  SONET_GROUP_TOOLBAR: 'sonet_group',
  TASK_GROUP_LIST_TOOLBAR: 'task',
  TASK_LIST_CONTEXT_MENU: 'task',
  TASK_ROBOT_DESIGNER_TOOLBAR: 'task',
  TASK_USER_LIST_TOOLBAR: 'task',
  TASK_VIEW_SIDEBAR: 'task',
  TASK_VIEW_TAB: 'task',
  TASK_VIEW_TOP_PANEL: 'task',
  TELEPHONY_ANALYTICS_MENU: 'telephony',
  USER_PROFILE_MENU: 'user',
  USER_PROFILE_TOOLBAR: 'user',
}

const all = ['LEAD', 'DEAL', 'CONTACT', 'COMPANY', 'QUOTE', 'SMART_INVOICE', 'ORDER']
const withTimeline = ['LEAD', 'DEAL', 'QUOTE', 'SMART_INVOICE']

/** Suffixes of `CRM_<entity>_…` and the native entities that have them; every smart process has them all. */
const suffixes: Record<string, string[]> = {
  DETAIL_TAB: all,
  DETAIL_ACTIVITY: all,
  DETAIL_TOOLBAR: all.filter((entity) => entity !== 'ORDER'),
  ACTIVITY_TIMELINE_MENU: withTimeline,
  LIST_MENU: [...all, 'ACTIVITY'],
  LIST_TOOLBAR: [...all, 'ACTIVITY'],
  DOCUMENTGENERATOR_BUTTON: all,
  ROBOT_DESIGNER_TOOLBAR: withTimeline,
}

/** Every code this portal has now, with the scope it needs. Smart processes come and go, and their codes with them. */
export function placementCodes(portal: Portal): Map<string, string> {
  const codes = new Map(Object.entries(plain))
  for (const [suffix, entities] of Object.entries(suffixes))
    for (const entity of [...entities, ...portal.types.list().map((type) => `DYNAMIC_${type.entityTypeId}`)])
      codes.set(`CRM_${entity}_${suffix}`, 'crm')
  for (const type of portal.types.list()) codes.set(`CRM_DYNAMIC_${type.entityTypeId}_FUNNELS_TOOLBAR`, 'crm')
  return codes
}

/** Places that hold one handler of an application. */
export const isSingle = (code: string): boolean => code === 'REST_APP_URI' || code === 'PAGE_BACKGROUND_WORKER'

/** The option keys a place understands; others are dropped without a word. */
export function knownOptions(code: string): string[] {
  if (code.endsWith('_DETAIL_ACTIVITY'))
    return ['useBuiltInInterface', 'newUserNotificationTitle', 'newUserNotificationText']
  if (code === 'PAGE_BACKGROUND_WORKER') return ['errorHandlerUrl']
  if (code.startsWith('IM_')) return ['iconName', 'context', 'role', 'extranet', 'color', 'width', 'height']
  if (code.endsWith('_AUTOCOMPLETE')) return ['countries']
  return []
}
