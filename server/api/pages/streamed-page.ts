import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { Language } from '../../../contract/codes.ts'
import { bootBlock } from './inline-json.ts'
import { pageHeaders } from './page-headers.ts'
import type { PageParts } from './page-source.ts'

/**
 * A widget's page in two gulps: head and skeleton leave at once, so the browser fetches scripts while the portal is
 * still being asked; the boot block follows in the same answer. `boot` never rejects: a refusal is a boot, too.
 */
export function streamedPage(options: {
  page: PageParts
  language: Language
  portalOrigin: string
  acceptEncoding: string
  boot: Promise<unknown>
}): Response {
  const { page, language, portalOrigin, acceptEncoding, boot } = options
  const coder = coderFor(acceptEncoding)
  const head = withLanguage(page.head, language)
  let gone = false
  const source = new ReadableStream<Uint8Array>({
    async start(controller) {
      const hand = (chunk: Uint8Array) => {
        if (!gone) controller.enqueue(chunk)
      }
      const out = coder ? coder.open(hand) : plainText(hand)
      await out.write(head)
      await out.end(bootBlock(await boot) + page.tail)
      if (!gone) controller.close()
    },
    // Somebody closed the card before the portal answered.
    cancel() {
      gone = true
    },
  })
  const headers = pageHeaders(portalOrigin)
  return new Response(source, { headers: coder ? { ...headers, 'content-encoding': coder.name } : headers })
}

/** The built page is of no language; whoever opens it has one. */
function withLanguage(head: string, language: Language): string {
  return head.replace(/<html\b([^>]*)>/i, (_tag, attributes: string) => {
    const others = attributes.replace(/\slang\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/i, '')
    return `<html lang="${language}"${others}>`
  })
}

interface Out {
  /** Resolves when everything so far has been handed out: a browser can work with a half-sent page. */
  write(text: string): Promise<void>
  end(text: string): Promise<void>
}

interface Coder {
  name: string
  open(onChunk: (chunk: Uint8Array) => void): Out
}

function plainText(onChunk: (chunk: Uint8Array) => void): Out {
  const write = async (text: string) => onChunk(new TextEncoder().encode(text))
  return { write, end: write }
}

function coderFor(acceptEncoding: string): Coder | null {
  if (/\bbr\b/.test(acceptEncoding)) {
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
    return coder('br', () => createBrotliCompress(options), constants.BROTLI_OPERATION_FLUSH)
  }
  if (/\bgzip\b/.test(acceptEncoding)) return coder('gzip', () => createGzip(), constants.Z_SYNC_FLUSH)
  return null
}

function coder(name: string, create: () => ReturnType<typeof createGzip>, flushKind: number): Coder {
  return {
    name,
    open(onChunk) {
      const stream = create()
      stream.on('data', (chunk: Buffer) => onChunk(new Uint8Array(chunk)))
      return {
        write: (text) =>
          new Promise((resolve, reject) => {
            stream.once('error', reject)
            stream.write(text)
            stream.flush(flushKind, resolve)
          }),
        end: (text) =>
          new Promise((resolve, reject) => {
            stream.once('error', reject)
            stream.once('end', resolve)
            stream.end(text)
          }),
      }
    },
  }
}
