/**
 * The names `crm.item.*` gives to user fields when `useOriginalUfNames` is not asked for:
 * UF_CRM_3_DIGIT → ufCrm3Digit, UF_CRM_10_5186744711 → ufCrm10_5186744711, UF_CRM_1747309879 → ufCrm_1747309879, and
 * a code that mixes letters and digits keeps its spelling: UF_CRM_10_DIGIT10 → ufCrm_10_DIGIT10.
 */
export function toCamelName(fieldName: string): string {
  const match = /^UF_CRM_(?:(\d+)_)?(.+)$/.exec(fieldName)
  if (!match) return fieldName
  const type = match[1] ?? ''
  const code = match[2] ?? ''
  if (/^\d+$/.test(code)) return `ufCrm${type}_${code}`
  if (/\d/.test(code)) return type === '' ? `ufCrm_${code}` : `ufCrm_${type}_${code}`
  return `ufCrm${type}${pascal(code)}`
}

/** companyId → COMPANY_ID. */
export const toUpperName = (name: string): string => name.replace(/([A-Z]|\d+)/g, '_$1').toUpperCase()

const pascal = (code: string): string =>
  code
    .split('_')
    .map((word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    .join('')
