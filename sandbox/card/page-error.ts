import type { WordKey } from './words.ts'

/** Something a page asked for that cannot be done; the page shows the sentence. */
export class PageError extends Error {
  readonly status: 400 | 403 | 404 | 409
  readonly word: WordKey

  constructor(status: 400 | 403 | 404 | 409, word: WordKey) {
    super(word)
    this.status = status
    this.word = word
  }
}
