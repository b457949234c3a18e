/** Ending of an oblique case → endings the name may have in the dictionary form. Longer endings first. */
const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['ого', ['ый', 'ий', 'ой', 'ое']],
  ['его', ['ий', 'ее']],
  ['ому', ['ый', 'ий', 'ой', 'ое']],
  ['ыми', ['ые']],
  ['ими', ['ие']],
  ['ами', ['ы', 'и', 'а']],
  ['ями', ['и', 'я']],
  ['ах', ['ы', 'и', 'а']],
  ['ях', ['и', 'я']],
  ['ам', ['ы', 'и', 'а']],
  ['ям', ['и', 'я']],
  ['ых', ['ые']],
  ['их', ['ие']],
  ['ым', ['ый', 'ые', 'о']],
  ['им', ['ий', 'ие']],
  ['ом', ['', 'ый', 'ой', 'ий', 'о', 'ое']],
  ['ем', ['', 'ий', 'е', 'ь']],
  ['ой', ['ая', 'а']],
  ['ей', ['яя', 'я', 'а', 'и']],
  ['ую', ['ая']],
  ['юю', ['яя']],
  ['ью', ['ь']],
  ['ии', ['ия']],
  ['ию', ['ия']],
  ['ка', ['ок', 'ек']],
  ['ку', ['ок', 'ек']],
  ['ке', ['ок', 'ек']],
  ['ком', ['ок', 'ек']],
  ['ьца', ['ец']],
  ['ьцу', ['ец']],
  ['ьце', ['ец']],
  ['ца', ['ец']],
  ['цу', ['ец']],
  ['це', ['ец']],
  ['цом', ['ец']],
  ['ла', ['ел']],
  ['лу', ['ел']],
  ['ле', ['ел']],
  ['лом', ['ел']],
  ['ов', ['ы', 'и']],
  ['ев', ['и', 'ы']],
  ['ок', ['ки']],
  ['ек', ['ки']],
  ['ец', ['цы']],
  ['а', ['', 'о']],
  ['у', ['а', 'о', '']],
  ['е', ['', 'а', 'о', 'я', 'ь', 'й']],
  ['ы', ['а']],
  ['и', ['ь', 'а', 'я', 'й']],
  ['я', ['ь', 'й', 'е']],
  ['ю', ['я', 'ь', 'й']],
  ['', ['ы', 'и']],
]

const SHORTEST_STEM = 2

/**
 * Dictionary forms a declined Russian word may come from: «подольска» → «подольск», «подольско»; «орла» → «орел».
 * Most are no words at all: the caller keeps those that occur in names. Backwards from the ending because declining
 * every name forwards costs half a second at start, and misses fleeting vowels («Торжка», «Ельца»).
 */
export function nominativeForms(word: string): string[] {
  const forms = new Set<string>()
  for (const [ending, originals] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < SHORTEST_STEM) continue
    const stem = word.slice(0, word.length - ending.length)
    for (const original of originals) forms.add(stem + original)
  }
  forms.delete(word)
  return [...forms]
}
