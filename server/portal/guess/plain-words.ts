/** A text as it is compared: lower case, «е» for «ё», without quotes and needless spaces. */
export function plainWords(text: string): string {
  return text.toLocaleLowerCase('ru').replaceAll('ё', 'е').replaceAll(/[«»"]/gu, '').replaceAll(/\s+/gu, ' ').trim()
}
