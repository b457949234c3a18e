/** «AАBВ» → A: А, B: В. */
const inTwos = (letters: string) => new Map(letters.match(/../gu)?.map((pair) => [...pair] as [string, string]))

/** Latin letters that look like Cyrillic ones, as they get into Russian words from a wrong keyboard layout. */
const LOOK_ALIKES = inTwos('AАBВCСEЕHНKКMМOОPРTТXХYУaаcсeеoоpрxхyуkкmмtтhнbь')

/** Letters of neighbouring alphabets, as the nearest Russian ones. */
const NEIGHBOURS = inTwos('іиєеґгқкғгңнүуұуөоһхәаҷчҳхҡкҙзҫсљлњнџчђд')

/** Latin groups and letters, and what they stand for. */
const LATIN = new Map(
  `shch щ sch щ zh ж kh х ts ц tz ц ch ч sh ш ck к ya я ja я ia я yu ю ju ю yo йо jo йо ye е je е
   a а b б c ц d д e е f ф g г h х i и j й k к l л m м n н o о p п q к r р s с t т u у v в w в x кс y ы z з`
    .match(/\w+ \p{L}+/gu)
    ?.map((pair) => pair.split(' ') as [string, string]),
)
/** Before these c is k: "Moscow". */
const HARD = new Set('aoulrt')
const LATIN_GROUP = /shch|sch|zh|kh|t[sz]|ch|sh|ck|[yji]a|[yj][uoe]|[a-z]/g

const CYRILLIC = /[Ѐ-ӿ]/
const LATIN_LETTER = /[A-Za-z]/
const MARKS = /[\u0300-\u036f]/g

/** Removes accents and compatibility forms, keeping й: «Щёлково́» → «Щелково». Case is kept. */
export function plainLetters(text: string): string {
  return text
    .replaceAll('№', ' ')
    .normalize('NFKD')
    .replace(/([иИ])\u0306/g, (_, letter: string) => (letter === 'и' ? 'й' : 'Й'))
    .replace(MARKS, '')
}

/**
 * One word in lower case; a word that mixes alphabets becomes Cyrillic ("Mосква" with a Latin M, "М0сква").
 * A word wholly in Latin letters is left as it is.
 */
export function plainWord(word: string): string {
  const cyrillic = CYRILLIC.test(word)
  const mixed = cyrillic && (LATIN_LETTER.test(word) || word.includes('0')) ? unmix(word) : word
  const lower = mixed.toLowerCase()
  return cyrillic ? lower.replace(/[^а-я]/g, (letter) => NEIGHBOURS.get(letter) ?? letter) : lower
}

function unmix(word: string): string {
  return word
    .replace(/(?<=\p{L})0(?=\p{L})/gu, 'о')
    .replace(/[A-Za-z]/g, (letter) => LOOK_ALIKES.get(letter) ?? LATIN.get(letter.toLowerCase()) ?? letter)
}

/** What a Latin word would be if every letter were its Cyrillic look-alike ("MOCKBA"); null when one is not. */
export function lookAlikeWord(word: string): string | null {
  let out = ''
  for (const letter of word) {
    const twin = LOOK_ALIKES.get(letter)
    if (twin === undefined) return null
    out += twin
  }
  return out.toLowerCase()
}

/** A Latin word in lower case by Russian ear: "chelyabinsk" → «челябинск». Meant to be compared by `soundKey`. */
export function transliterate(word: string): string {
  return word.replace(LATIN_GROUP, (group, at: number) =>
    group === 'c' && HARD.has(word[at + 1] ?? '') ? 'к' : (LATIN.get(group) ?? group),
  )
}

/**
 * The key under which names that sound alike meet: «Тольяти», "Tolyatti" and «Тольятти» share it. No signs, й and ы as
 * и, э as е, no doubled letters, «тс» as ц, «ые» and «ие» as е.
 */
export function soundKey(word: string): string {
  return joinSounds(plainSounds(word))
}

/** `soundKey` of a word that has been through `plainSounds`. */
export function joinSounds(sounds: string): string {
  let key = ''
  let last = ''
  for (let at = 0; at < sounds.length; at++) {
    const letter = sounds.charAt(at)
    const joint = JOINTS.get(last + letter)
    key = joint === undefined ? key + letter : key.slice(0, -1) + joint
    last = joint ?? letter
  }
  return key
}

/** The part of `soundKey` that keeps letters apart, so that a slip of the keys stays one slip. */
export function plainSounds(word: string): string {
  let key = ''
  let last = ''
  for (let at = 0; at < word.length; at++) {
    const letter = word.charAt(at)
    // «Йошкар» and "Yoshkar" begin with one sound.
    if (letter === 'о' && last === 'й' && key === 'и') {
      key = 'е'
      last = 'е'
      continue
    }
    const sound = SOUNDS.get(letter) ?? letter
    if (sound !== '' && !key.endsWith(sound)) key += sound
    last = letter
  }
  return key
}

/** Without signs and with й, ы, э, щ as their neighbours, but doubled letters kept. */
export function withoutSigns(word: string): string {
  let out = ''
  for (const letter of word) out += SOUNDS.get(letter) ?? letter
  return out
}

const SOUNDS = new Map([
  ['ь', ''],
  ['ъ', ''],
  ['ы', 'и'],
  ['й', 'и'],
  ['э', 'е'],
  ['щ', 'ш'],
])

/** Pairs heard as one. */
const JOINTS = new Map([
  ['тс', 'ц'],
  ['дс', 'ц'],
  ['ие', 'е'],
  ['ия', 'я'],
  ['ию', 'ю'],
])
