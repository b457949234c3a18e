const DANGEROUS: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/**
 * JSON that can stand inside a script element whatever names a CRM holds: no `</script`, no `<!--`, no line
 * separators; still the same JSON for whoever parses it.
 */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => DANGEROUS[character]!)
}

/** The data block a widget boots from. */
export function bootBlock(boot: unknown): string {
  return `<script type="application/json" id="reis-boot">${inlineJson(boot)}</script>`
}
