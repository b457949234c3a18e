/**
 * Something known of companies, read when it is first needed and kept until a row behind it changes. `null` is kept
 * too: that there is nothing to know.
 */
export class KeptByCompany<Value> {
  readonly #read: (companyIds: readonly number[]) => Promise<ReadonlyMap<number, Value>>
  readonly #kept = new Map<number, Value | null>()
  /** Grows with every change: what was read before it may be old, and is used once but not kept. */
  #changes = 0

  /** `read` leaves out those of whom there is nothing. */
  constructor(read: (companyIds: readonly number[]) => Promise<ReadonlyMap<number, Value>>) {
    this.#read = read
  }

  forget(companyIds: Iterable<number>): void {
    this.#changes += 1
    for (const companyId of companyIds) this.#kept.delete(companyId)
  }

  /** What is known of these companies, in their order. Each is looked up once: they lie all over the memory. */
  async of(companyIds: readonly number[]): Promise<(Value | null)[]> {
    const values: (Value | null)[] = []
    const missing: number[] = []
    for (const companyId of companyIds) {
      const kept = this.#kept.get(companyId)
      if (kept === undefined) missing.push(companyId)
      values.push(kept ?? null)
    }
    if (missing.length === 0) return values
    const fresh = await this.#readAndKeep(missing)
    return companyIds.map((companyId, at) => values[at] ?? fresh.get(companyId) ?? null)
  }

  async #readAndKeep(companyIds: readonly number[]): Promise<ReadonlyMap<number, Value>> {
    const changesBefore = this.#changes
    const found = await this.#read(companyIds)
    if (this.#changes === changesBefore)
      for (const companyId of companyIds) this.#kept.set(companyId, found.get(companyId) ?? null)
    return found
  }
}
