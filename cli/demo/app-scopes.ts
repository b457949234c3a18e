/** Everything Reis asks a portal for; each with its reason in `docs/market/scopes.md`. */
export const APP_SCOPES = [
  'crm',
  'user',
  'department',
  'placement',
  'im',
  'imopenlines',
  'userfieldconfig',
  'telephony',
  'task',
  'bizproc',
  'timeman',
  'calendar',
]
