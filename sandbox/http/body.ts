import type { HonoRequest } from 'hono'
import { fromForm } from '../rules/form.ts'
import { toMap, type Params } from '../rules/params.ts'

/**
 * The parameters of a request: query and body merged, the body first. JSON is honoured only under its content type,
 * and broken JSON reads as no body at all, as in PHP.
 */
export async function readParams(request: HonoRequest): Promise<Params> {
  const at = request.url.indexOf('?')
  const query = at < 0 ? {} : fromForm(request.url.slice(at + 1))
  return { ...query, ...(await readBody(request)) }
}

async function readBody(request: HonoRequest): Promise<Params> {
  if (request.method === 'GET' || request.method === 'HEAD') return {}
  const type = request.header('content-type') ?? ''
  if (type.includes('multipart/form-data')) return readMultipart(request)
  const text = await request.text()
  if (type.includes('application/json')) return parseJson(text)
  return type.includes('application/x-www-form-urlencoded') ? fromForm(text) : {}
}

/** PHP's `json_decode` gives up deeper than this, and so must whoever prints it again. */
const deepest = 512

function parseJson(text: string): Params {
  if (isTooDeep(text)) return {}
  try {
    return toMap(JSON.parse(text))
  } catch {
    return {}
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInText) {
      if (code === 92) at += 1
      else if (code === 34) isInText = false
    } else if (code === 34) isInText = true
    else if (code === 91 || code === 123) {
      depth += 1
      if (depth > deepest) return true
    } else if (code === 93 || code === 125) depth -= 1
  }
  return false
}

async function readMultipart(request: HonoRequest): Promise<Params> {
  try {
    const pairs: string[] = []
    for (const [name, value] of await request.formData())
      if (typeof value === 'string') pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    return fromForm(pairs.join('&'))
  } catch {
    return {}
  }
}
