import { readdir, readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
}
const COMPRESSIBLE = new Set(['.js', '.css', '.svg', '.json', '.txt'])
/** Vite puts a hash of the content into these names: such a file never changes. */
const HASHED = /-[A-Za-z0-9_-]{8}\.\w+$/

const compress = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
}

export interface StaticFiles {
  /** `path` as it stands in the URL after `/static/`, decoded; null when there is no such file. */
  answer(path: string, acceptEncoding: string): Promise<Response | null>
  /** Compresses everything beforehand, one file after the other, so that the first reader of the day does not wait. */
  compressAll(): Promise<void>
}

/** Answers what was built, compressed as well as can be: each file once, then from memory. */
export function createStaticFiles(folder: string): StaticFiles {
  const kept = new Map<string, Promise<Buffer>>()

  function bytesOf(file: string, encoding: keyof typeof compress | null): Promise<Buffer> {
    const key = `${encoding ?? ''} ${file}`
    const known = kept.get(key)
    if (known) return known
    const made = readFile(file).then((bytes) => (encoding ? compress[encoding](bytes) : bytes))
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    return made
  }

  async function answer(path: string, acceptEncoding: string): Promise<Response | null> {
    const file = normalize(join(folder, path))
    const type = TYPES[extname(file)]
    if (!file.startsWith(normalize(folder) + sep) || !type || path.includes('\0')) return null
    const encoding = !COMPRESSIBLE.has(extname(file))
      ? null
      : /\bbr\b/.test(acceptEncoding)
        ? 'br'
        : /\bgzip\b/.test(acceptEncoding)
          ? 'gzip'
          : null
    const bytes = await bytesOf(file, encoding).catch(() => null)
    if (!bytes) return null
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': type,
        'content-length': String(bytes.length),
        'cache-control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
        'x-content-type-options': 'nosniff',
        vary: 'accept-encoding',
        // A module script asks with an origin; fonts and chunks are ours alone.
        'cross-origin-resource-policy': 'same-origin',
        ...(encoding && { 'content-encoding': encoding }),
      },
    })
  }

  return {
    answer,
    async compressAll() {
      const names = await readdir(folder, { recursive: true }).catch(() => [])
      for (const name of names) if (COMPRESSIBLE.has(extname(name))) await answer(name.replaceAll(sep, '/'), 'br')
    },
  }
}
