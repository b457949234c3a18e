import SQLite from 'better-sqlite3'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** One file that was copied. */
export interface BackedUp {
  file: string
  bytes: number
}

/**
 * Copies every database of a data folder into another folder while the server goes on: each file as it was at one
 * moment, checked after copying. A copy that fails its check, or is broken off, is not left under its name. The registry
 * goes last: it must not know of a portal whose file is not there. Errors: Error with the file that could not be copied.
 */
export async function backUp(dataFolder: string, target: string): Promise<BackedUp[]> {
  if (!existsSync(join(dataFolder, 'registry.db'))) throw new Error(`There is no registry.db in ${dataFolder}`)
  mkdirSync(target, { recursive: true })
  const files = readdirSync(dataFolder).filter((name) => name.endsWith('.db') && name !== 'registry.db')
  const copied: BackedUp[] = []
  for (const file of [...files.toSorted(), 'registry.db']) copied.push(await copy(dataFolder, target, file))
  return copied
}

async function copy(dataFolder: string, target: string, file: string): Promise<BackedUp> {
  const partial = join(target, `${file}.partial`)
  rmSync(partial, { force: true })
  const source = new SQLite(join(dataFolder, file), { readonly: true, fileMustExist: true })
  try {
    await source.backup(partial)
  } finally {
    source.close()
  }
  const made = new SQLite(partial)
  const bytes = Number(made.pragma('page_count', { simple: true })) * Number(made.pragma('page_size', { simple: true }))
  const verdict = made.pragma('quick_check', { simple: true })
  // A copy of a file with a journal of its own must stand alone.
  made.pragma('journal_mode = DELETE')
  made.close()
  if (verdict !== 'ok') {
    rmSync(partial)
    throw new Error(`The copy of ${file} is not sound: ${String(verdict)}`)
  }
  renameSync(partial, join(target, file))
  return { file, bytes }
}
