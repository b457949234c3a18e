import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { installApp } from '../../cli/demo/install.ts'
import type { World } from '../../cli/demo/world.ts'

export interface KeptImport {
  /** Whether state.rows are being read at this very moment. */
  isReading(): boolean
  /** Resolves as soon as state.rows are being read; rejects when the import broke. */
  untilReading(): Promise<void>
  /** Lets the import under way end, and begins no other: how many there were, and state.rows read by them. */
  stop(): Promise<{ imports: number; rows: number }>
}

const LOOK_MS = 20

/**
 * Imports the whole portal over and over, into the copy people are looking at and through the same limits: the copy is
 * made to forget how far its import had come, and the app is installed again.
 */
export function keepImporting(world: World, dataFolder: string): KeptImport {
  const state = { isOver: false, isReading: false, imports: 0, rows: 0, fault: null as unknown }

  const once = async () => {
    forgetImport(dataFolder)
    await installApp(world.portalUrl, world.serverUrl, world.clientId, ({ steps }) => {
      const step = steps.find((one) => one.step === 'import')
      state.isReading = step?.state === 'running'
      if (step?.state === 'done' && step.entities) state.rows = step.entities.reduce((sum, one) => sum + one.rows, 0)
    })
    state.imports += 1
  }
  const going = (async () => {
    while (!state.isOver) await once()
  })()
    .catch((error: unknown) => {
      state.fault = error
    })
    .finally(() => {
      state.isReading = false
    })

  return {
    isReading: () => state.isReading,
    async untilReading() {
      while (!state.isReading && state.fault === null) await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
      if (state.fault !== null) throw state.fault
    },
    async stop() {
      state.isOver = true
      await going
      if (state.fault !== null) throw state.fault
      return { imports: state.imports, rows: state.rows * state.imports }
    },
  }
}

function forgetImport(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    if (!name.endsWith('.db') || name === 'registry.db') continue
    const database = new SQLite(join(dataFolder, name))
    database.exec('DELETE FROM importPage')
    database.close()
  }
}
