const secretKeys =
  'auth|auth_id|refresh_id|access_token|refresh_token|client_secret|application_token|app_sid|authorization|password'
const separator = String.raw`(?:[\s().+\-\u2010-\u2015\u00a0]|%20|%28|%29|%2B)*`

const rules: [pattern: RegExp, replacement: string | ((...parts: string[]) => string)][] = [
  // "access_token":"…" of JSON, access_token=… of a form, auth[access_token]=…, and the same escaped once more.
  [
    new RegExp(String.raw`(\\?"(?:${secretKeys})\\?"\s*:\s*\\?")([^"\\]*)`, 'gi'),
    (_all, key = '', value = '') => key + masked(value),
  ],
  [
    new RegExp(String.raw`((?:^|[?&\s"'\[]|%5B)(?:${secretKeys})(?:\]|%5D)?=)([^&"'\s]*)`, 'gi'),
    (_all, key = '', value = '') => key + masked(value),
  ],
  // The secret of a webhook in an address.
  [/(\/rest\/\d{1,9}\/)([A-Za-z0-9]{6,})(?=\/)/g, (_all, start = '', value = '') => start + masked(value)],
  // Tokens wherever they stand: nothing else here is so long and hexadecimal.
  [/[0-9a-f]{48,}/gi, (value) => masked(value)],
  // Ten digits are a phone only where a phone is expected: company numbers have as many.
  [
    /("(?:values|[a-z_]*phone[a-z_]*)"\s*:\s*\[?\s*")(\d{10})(?=")/gi,
    (_all, key = '', value = '') => `${key}•••••••• ${value.slice(-2)}`,
  ],
  [
    new RegExp(
      String.raw`(?<!\d)(?:\+|%2B)?[78]${[3, 3, 2, 2].map((count) => separator + digits(count)).join('')}(?!\d)`,
      'gi',
    ),
    hiddenPhone,
  ],
  [
    new RegExp(
      String.raw`(?:\+|%2B)${Array.from({ length: 9 }, () => `\\d${separator}`).join('')}\d(?:${separator}\d){0,5}`,
      'gi',
    ),
    hiddenPhone,
  ],
]

/** A text for people to look at: tokens and secrets keep their last four letters, phones their last two digits. */
export function maskText(text: string): string {
  let shown = text
  for (const [pattern, replacement] of rules) shown = shown.replace(pattern, replacement as (part: string) => string)
  return shown
}

function masked(secret: string): string {
  if (secret === '') return ''
  return secret.length > 12 ? `••••${secret.slice(-4)}` : '••••'
}

function digits(count: number): string {
  return Array.from({ length: count }, () => String.raw`\d`).join(separator)
}

function hiddenPhone(phone: string): string {
  const last = phone
    .replaceAll(/%[0-9a-f]{2}/gi, '')
    .replaceAll(/\D/g, '')
    .slice(-2)
  return `+• ••• •••-••-${last}`
}
