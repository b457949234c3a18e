/** Place id of a typed text, or null where it is empty, unknown or ambiguous: nothing is guessed silently. */
export type FindPlace = (text: string | null) => number | null
