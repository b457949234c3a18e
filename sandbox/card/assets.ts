import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

interface Asset {
  type: string
  body: string
  version: string
}

let built: Map<string, Asset> | undefined

/** The pages' own script and style, made once per process from `client/` and `styles/`. */
function assets(): Map<string, Asset> {
  built ??= new Map([
    ['card.js', asset('text/javascript; charset=utf-8', script('client/main.ts'))],
    ['card.css', asset('text/css; charset=utf-8', styles('styles/'))],
    ['inspector.js', asset('text/javascript; charset=utf-8', script('../inspector/client/main.ts'))],
    ['inspector.css', asset('text/css; charset=utf-8', styles('../inspector/styles/'))],
  ])
  return built
}

/** The asset with that file name, if it is one of ours. */
export function findAsset(name: string): Asset | undefined {
  return assets().get(name)
}

/** Where a page finds it; the address changes with the content, so a browser may keep it. */
export function assetUrl(name: string): string {
  return `/sandbox/assets/${name}?v=${findAsset(name)?.version ?? ''}`
}

function asset(type: string, body: string): Asset {
  return { type, body, version: createHash('sha1').update(body).digest('hex').slice(0, 10) }
}

function script(main: string): string {
  const entry = fileURLToPath(new URL(main, import.meta.url))
  const result = buildSync({ entryPoints: [entry], bundle: true, write: false, format: 'esm', target: 'es2022' })
  return result.outputFiles[0]?.text ?? ''
}

/** The sheets of a folder, one after the other in the order of their names. */
function styles(path: string): string {
  const folder = new URL(path, import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
}
