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
  const methods = new Map<string, RegisteredMethod>()
  for (const file of files) {
    const name = file.slice(0, -'.ts'.length)
    const loaded = (await import(new URL(file, folder).href)) as { method: Method }
    methods.set(name.toLowerCase(), { ...loaded.method, name })
  }
  return methods
}
