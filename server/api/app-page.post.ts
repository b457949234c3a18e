import { Hono, type Context } from 'hono'
import type { ProblemCode } from '../../contract/problem.ts'
import { problemOf } from '../errors.ts'
import { sameSecret } from '../same-secret.ts'
import { findPortal } from '../store/portals.ts'
import type { ApiContext } from './api-context.ts'
import { plainPage } from './pages/plain-page.ts'
import { streamedPage } from './pages/streamed-page.ts'
import { boot } from './session/boot.ts'
import { readForm } from './session/read-form.ts'

/**
 * `POST /app` and `POST /install`: the app's own page. A portal we do not know is believed only after the
 * authorization server has said which one its token is of.
 */
export function appPagePost(context: ApiContext) {
  const open = (call: Context) => openAppPage(context, call)
  return new Hono().post('/app', open).post('/install', open)
}

const SENTENCE_OF: Partial<Record<ProblemCode, Parameters<typeof plainPage>[0]>> = {
  portal_unreachable: 'portal_silent',
  no_right: 'no_right',
  too_many_requests: 'too_many',
}

/**
 * Removals are told once and not again: a portal may come back over a living record, with a new secret. It is believed
 * only as a first contact is: the authorization server names the portal, and the portal the administrator.
 */
function isPutBack(known: string | null, posted: string | null): boolean {
  return known !== null && posted !== null && !sameSecret(known, posted)
}

async function openAppPage(context: ApiContext, call: Context): Promise<Response> {
  const posted = await readForm(call)
  if (!posted) return plainPage('bad_input', 400)
  let portal = await findPortal(context.registry, posted.memberId)
  if (!portal || portal.state === 'removed' || isPutBack(portal.applicationToken, posted.applicationToken)) {
    const caller = context.callerAddress(call)
    try {
      await context.limits.take('post', caller)
      // A token that no authorization server knows counts as refused.
      await context.limits.take('refusal', caller)
      await context.install.firstContact(posted)
    } catch (error) {
      const { status, problem } = problemOf(error)
      context.report(error, 'first contact of a portal')
      return plainPage(SENTENCE_OF[problem.code] ?? 'portal_unknown', status)
    }
    portal = await findPortal(context.registry, posted.memberId)
    if (!portal) return plainPage('portal_unknown', 403)
  }
  return streamedPage({
    page: await context.pages.read('install'),
    language: posted.language,
    portalOrigin: portal.origin,
    acceptEncoding: call.req.header('accept-encoding') ?? '',
    boot: boot(context, posted, 'install', context.callerAddress(call)),
  })
}
