/** Options as they are after a form: every scalar is text. */
export function asInForm(options: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, asText(value)]))
}

function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText)
  if (typeof value === 'object' && value !== null) return asInForm({ ...value })
  return value === null ? '' : String(value)
}
