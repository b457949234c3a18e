import type { Db } from './database.ts'

export const currencySchema = `
  CREATE TABLE IF NOT EXISTS currency (
    code TEXT PRIMARY KEY, rate REAL NOT NULL, is_base INTEGER NOT NULL, sort INTEGER NOT NULL, updated INTEGER NOT NULL);
`

export interface Currency {
  code: string
  /** In the base currency. */
  rate: number
  isBase: boolean
  sort: number
  /** Seconds since the epoch. */
  updated: number
}

export type CurrencyState = ReturnType<typeof createCurrencyState>

export function createCurrencyState(db: Db) {
  const list = db.prepare<[], Omit<Currency, 'isBase'> & { isBase: number }>(
    'SELECT code, rate, is_base AS isBase, sort, updated FROM currency ORDER BY sort, code',
  )
  const add = db.prepare(
    'INSERT INTO currency (code, rate, is_base, sort, updated) VALUES (@code, @rate, @isBase, @sort, @updated)',
  )
  const save = db.prepare(
    'INSERT OR REPLACE INTO currency (code, rate, is_base, sort, updated) VALUES (@code, @rate, @isBase, @sort, @updated)',
  )
  const remove = db.prepare('DELETE FROM currency WHERE code = ?')
  return {
    list: (): Currency[] => list.all().map((row) => ({ ...row, isBase: row.isBase === 1 })),
    save: (currency: Currency): void => void save.run({ ...currency, isBase: currency.isBase ? 1 : 0 }),
    remove: (code: string): void => void remove.run(code),
    add: (currency: Currency): void => void add.run({ ...currency, isBase: currency.isBase ? 1 : 0 }),
  }
}
