/** Something of a portal that is read as a whole when it is first needed, and kept until a row behind it changes. */
export class KeptWhole<Value> {
  readonly #read: () => Promise<Value>
  #kept: { value: Value } | null = null
  /** Grows with every change: what was read before it may be old, and is used once but not kept. */
  #changes = 0

  constructor(read: () => Promise<Value>) {
    this.#read = read
  }

  forget(): void {
    this.#changes += 1
    this.#kept = null
  }

  async value(): Promise<Value> {
    if (this.#kept) return this.#kept.value
    const changesBefore = this.#changes
    const value = await this.#read()
    if (this.#changes === changesBefore) this.#kept = { value }
    return value
  }
}
