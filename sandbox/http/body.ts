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

function parseJson(text: string): Params {
  try {
    return toMap(JSON.parse(text))
  } catch {
    return {}
  }
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
