import type { AppRegistration } from '../options.ts'
import type { Db } from './database.ts'

export const appSchema = `
  CREATE TABLE IF NOT EXISTS app (
    client_id TEXT PRIMARY KEY, registration TEXT NOT NULL, application_token TEXT NOT NULL, is_installed INTEGER NOT NULL);
`

export interface InstalledApp {
  registration: AppRegistration
  applicationToken: string
  isInstalled: boolean
}

interface AppRow {
  registration: string
  applicationToken: string
  isInstalled: number
}

export type AppState = ReturnType<typeof createAppState>

/** The one application this portal knows. */
export function createAppState(db: Db) {
  const read = db.prepare<[], AppRow>(
    'SELECT registration, application_token AS applicationToken, is_installed AS isInstalled FROM app LIMIT 1',
  )
  const clear = db.prepare('DELETE FROM app')
  const write = db.prepare(
    'INSERT INTO app (client_id, registration, application_token, is_installed) VALUES (?, ?, ?, ?)',
  )
  return {
    get(): InstalledApp | null {
      const row = read.get()
      if (!row) return null
      return {
        registration: JSON.parse(row.registration) as AppRegistration,
        applicationToken: row.applicationToken,
        isInstalled: row.isInstalled === 1,
      }
    },
    save(app: InstalledApp): void {
      clear.run()
      write.run(
        app.registration.clientId,
        JSON.stringify(app.registration),
        app.applicationToken,
        app.isInstalled ? 1 : 0,
      )
    },
    remove: (): void => void clear.run(),
  }
}
