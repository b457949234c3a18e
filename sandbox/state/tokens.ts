import type { Db } from './database.ts'

export const tokenSchema = `
  CREATE TABLE IF NOT EXISTS token (
    access TEXT PRIMARY KEY, refresh TEXT, user_id INTEGER NOT NULL, access_until INTEGER NOT NULL,
    refresh_until INTEGER NOT NULL, is_retired INTEGER NOT NULL DEFAULT 0);
  CREATE INDEX IF NOT EXISTS token_refresh ON token (refresh);
  CREATE TABLE IF NOT EXISTS oauth_code (code TEXT PRIMARY KEY, user_id INTEGER NOT NULL, valid_until INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS webhook (user_id INTEGER NOT NULL, code TEXT NOT NULL, PRIMARY KEY (user_id, code)) WITHOUT ROWID;
`

/** Times are milliseconds since the epoch. */
export interface Token {
  access: string
  /** Null for the token an event carries: it cannot be refreshed. */
  refresh: string | null
  userId: number
  accessUntil: number
  refreshUntil: number
  /** Replaced by a refresh. */
  isRetired: boolean
}

type TokenRow = Omit<Token, 'isRetired'> & { isRetired: number }

export type TokenState = ReturnType<typeof createTokenState>

/** Access and refresh tokens, authorization codes, and the secrets of incoming webhooks. */
export function createTokenState(db: Db) {
  const columns =
    'access, refresh, user_id AS userId, access_until AS accessUntil, refresh_until AS refreshUntil, is_retired AS isRetired'
  const byAccess = db.prepare<[string], TokenRow>(`SELECT ${columns} FROM token WHERE access = ?`)
  const byRefresh = db.prepare<[string], TokenRow>(`SELECT ${columns} FROM token WHERE refresh = ?`)
  const add = db.prepare(
    `INSERT INTO token (access, refresh, user_id, access_until, refresh_until)
     VALUES (@access, @refresh, @userId, @accessUntil, @refreshUntil)`,
  )
  const retire = db.prepare('UPDATE token SET is_retired = 1 WHERE access = ?')
  const expire = db.prepare('UPDATE token SET access_until = min(access_until, ?) WHERE access = ?')
  const remove = db.prepare('DELETE FROM token WHERE access = ?')
  const addCode = db.prepare('INSERT INTO oauth_code (code, user_id, valid_until) VALUES (?, ?, ?)')
  const takeCode = db.prepare<[string], { userId: number; validUntil: number }>(
    'DELETE FROM oauth_code WHERE code = ? RETURNING user_id AS userId, valid_until AS validUntil',
  )
  const addWebhook = db.prepare('INSERT INTO webhook (user_id, code) VALUES (?, ?)')
  const webhook = db.prepare<[number, string], { code: string }>(
    'SELECT code FROM webhook WHERE user_id = ? AND code = ?',
  )
  const anyWebhook = db.prepare<[], { userId: number; code: string }>(
    'SELECT user_id AS userId, code FROM webhook LIMIT 1',
  )
  const toToken = (row: TokenRow | undefined): Token | null => (row ? { ...row, isRetired: row.isRetired === 1 } : null)
  return {
    byAccess: (access: string): Token | null => toToken(byAccess.get(access)),
    byRefresh: (refresh: string): Token | null => toToken(byRefresh.get(refresh)),
    add: (token: Omit<Token, 'isRetired'>): void => void add.run(token),
    retire: (access: string): void => void retire.run(access),
    expire: (access: string, at: number): void => void expire.run(at, access),
    remove: (access: string): void => void remove.run(access),
    retireAll: (): void => void db.prepare('UPDATE token SET is_retired = 1').run(),
    removeAll: (): void => void db.exec('DELETE FROM token; DELETE FROM oauth_code'),
    addCode: (code: string, userId: number, validUntil: number): void => void addCode.run(code, userId, validUntil),
    /** A code works once. */
    takeCode: (code: string): { userId: number; validUntil: number } | null => takeCode.get(code) ?? null,
    addWebhook: (userId: number, code: string): void => void addWebhook.run(userId, code),
    hasWebhook: (userId: number, code: string): boolean => webhook.get(userId, code) !== undefined,
    anyWebhook: (): { userId: number; code: string } | null => anyWebhook.get() ?? null,
  }
}
