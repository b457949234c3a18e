const CYRILLIC = 'АВЕКМНОРСТУХ'
const LATIN = 'ABEKMHOPCTYX'

/** Letters of plates as the Russian standard writes them; others stay as they are. Upper case expected. */
export function toCyrillicPlate(text: string): string {
  return replaced(text, LATIN, CYRILLIC)
}

/** The same letters as the rest of the world writes them. */
export function toLatinPlate(text: string): string {
  return replaced(text, CYRILLIC, LATIN)
}

function replaced(text: string, from: string, to: string): string {
  return [...text].map((letter) => to[from.indexOf(letter)] ?? letter).join('')
}
