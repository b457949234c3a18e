import { readdir } from 'node:fs/promises'
import type { Method } from './method.ts'

export type Registry = ReadonlyMap<string, RegisteredMethod>

export interface RegisteredMethod extends Method {
  /** As documented: `crm.type.getByEntityTypeId`. */
  name: string
}

const folder = new URL('../methods/', import.meta.url)
let loading: Promise<Registry> | undefined

/** Every file of `methods/` is a method: its name is the file's, its rules are what the file exports as `method`. */
export function loadRegistry(): Promise<Registry> {
  loading ??= load()
  return loading
}

async function load(): Promise<Registry> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort()
  // Side by side: there are hundreds, and each would wait for the one before.
  const loaded = await Promise.all(
    files.map(async (file) => (await import(new URL(file, folder).href)) as { method: Method }),
  )
  const methods = new Map<string, RegisteredMethod>()
  for (const [at, file] of files.entries()) {
    const name = file.slice(0, -'.ts'.length)
    const method = loaded[at]?.method
    if (method) methods.set(name.toLowerCase(), { ...method, name })
  }
  return methods
}
