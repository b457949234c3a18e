import type { Label, Language } from '../../../contract/codes.ts'

/** «тент, штора или мега»: labels of codes joined by the language's «или» / «и». */
export function joined<Code extends string>(
  language: Language,
  codes: readonly Code[],
  labels: Record<Code, Label>,
  by: 'or' | 'and',
): string {
  const words = codes.map((code) => labels[code][language])
  if (words.length < 2) return words.join('')
  const link = language === 'ru' ? (by === 'or' ? 'или' : 'и') : by
  return `${words.slice(0, -1).join(', ')} ${link} ${words.at(-1)}`
}

/** «Сначала большая буква» for a sentence that starts with a label. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
