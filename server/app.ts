import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { CARRIER_FILE_BYTES } from '../contract/carrier-file.ts'
import type { ApiContext } from './api/api-context.ts'
import { appPagePost } from './api/app-page.post.ts'
import { attemptsPost } from './api/attempts.post.ts'
import { captureChecksPost } from './api/capture-checks.post.ts'
import { captureDraftsPut } from './api/capture-drafts.put.ts'
import { capturesPost } from './api/captures.post.ts'
import { carrierFilePost } from './api/carrier-file.post.ts'
import { carrierFilePreviewPost } from './api/carrier-file-preview.post.ts'
import { carriersGet } from './api/carriers.get.ts'
import { carriersFoundGet } from './api/carriers-found.get.ts'
import { carrierChatsGet } from './api/carrier-chats.get.ts'
import { companyNumbersGet } from './api/company-numbers.get.ts'
import { evidenceGet } from './api/evidence.get.ts'
import { deadLettersGet } from './api/dead-letters.get.ts'
import { deadLettersPost } from './api/dead-letters.post.ts'
import { robotPost } from './api/hooks/robot.post.ts'
import { eventPost } from './api/hooks/event.post.ts'
import { installProgressGet } from './api/install-progress.get.ts'
import { installStartPost } from './api/install-start.post.ts'
import { knownCarriersGet } from './api/known-carriers.get.ts'
import { liveGet } from './api/live.get.ts'
import { matchSettingsPut } from './api/match-settings.put.ts'
import { metricsGet } from './api/metrics.get.ts'
import { cardOffersGet } from './api/card-offers.get.ts'
import { exportsGet } from './api/exports.get.ts'
import { exportsPost } from './api/exports.post.ts'
import { offerDecisionsPost } from './api/offer-decisions.post.ts'
import { offersGet } from './api/offers.get.ts'
import { offersPost } from './api/offers.post.ts'
import { openRequestsGet } from './api/open-requests.get.ts'
import { placesGet } from './api/places.get.ts'
import { placesPut } from './api/places.put.ts'
import { ownEntitiesPut } from './api/own-entities.put.ts'
import { profitReportGet } from './api/profit-report.get.ts'
import { expensesPut } from './api/expenses.put.ts'
import { profitApprovalsPost } from './api/profit-approvals.post.ts'
import { exchangeRatesPut } from './api/exchange-rates.put.ts'
import { profitSettingsPut } from './api/profit-settings.put.ts'
import { portalMapGet } from './api/portal-map.get.ts'
import { portalMapPut } from './api/portal-map.put.ts'
import { profitGet } from './api/profit.get.ts'
import { refusalRobotPost } from './api/hooks/refusal-robot.post.ts'
import { refusalAbsencePut } from './api/refusal-absence.put.ts'
import { refusalDecisionsPost } from './api/refusal-decisions.post.ts'
import { refusalReportGet } from './api/refusal-report.get.ts'
import { refusalQueueGet } from './api/refusal-queue.get.ts'
import { refusalsGet } from './api/refusals.get.ts'
import { refusalsPost } from './api/refusals.post.ts'
import { revealsGet } from './api/reveals.get.ts'
import { revealsMaskingPut } from './api/reveals-masking.put.ts'
import { revealsPost } from './api/reveals.post.ts'
import { rulesDelete } from './api/rules.delete.ts'
import { rulesGet } from './api/rules.get.ts'
import { rulesPut } from './api/rules.put.ts'
import { sessionPost } from './api/session.post.ts'
import { settingsGet } from './api/settings.get.ts'
import { settingsPut } from './api/settings.put.ts'
import { stageRightsGet } from './api/stage-rights.get.ts'
import { widgetPageGet } from './api/widget-page.get.ts'
import { widgetPagePost } from './api/widget-page.post.ts'
import { writesGet } from './api/writes.get.ts'
import { listPortals } from './store/portals.ts'
import { InvalidInputError, NotFoundError, problemOf, TooManyRequestsError } from './errors.ts'

/** The largest thing anybody has to send us is a placement's form. */
const MOST_BYTES = 256 * 1024
/** A file of carriers, and what a form adds to it. */
const MOST_UPLOADED = CARRIER_FILE_BYTES + 64 * 1024

/** All routes. Pages are streamed, API answers are JSON that nobody may keep. */
export function createApp(context: ApiContext) {
  const app = new Hono()
  const limited = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw new InvalidInputError(`No more than ${maxSize} bytes are read`)
      },
    })
  const [usual, upload] = [limited(MOST_BYTES), limited(MOST_UPLOADED)]
  app.use((call, next) => (call.req.path.startsWith('/api/carrier-file') ? upload(call, next) : usual(call, next)))
  // A list is mostly repeated words; live streams are left alone.
  app.use('/api/*', compress())
  app.use('/api/*', async (call, next) => {
    await next()
    call.header('cache-control', 'no-store')
    call.header('x-content-type-options', 'nosniff')
  })
  app.use(async (call, next) => {
    await next()
    context.figures.request({ route: routePath(call, -1), status: call.res.status })
  })
  app.get('/healthz', async (call) => {
    // Alive means that the files can be read, not only that somebody listens.
    const ok = await listPortals(context.registry).then(
      () => true,
      () => false,
    )
    return call.json({ ok }, ok ? 200 : 503)
  })
  app.get('/static/*', async (call) => {
    const file = await context.staticFile(
      call.req.path.slice('/static/'.length),
      call.req.header('accept-encoding') ?? '',
    )
    if (!file) throw new NotFoundError('There is no such file')
    return file
  })
  app.notFound(() => {
    throw new NotFoundError('There is nothing at this address')
  })
  app.onError((thrown, call) => {
    const error = thrown instanceof HTTPException ? new InvalidInputError(thrown.message) : thrown
    const { status, problem } = problemOf(error)
    if (error instanceof TooManyRequestsError) call.header('retry-after', String(error.retryAfterSeconds))
    if (status >= 500) context.report(error, `${call.req.method} ${call.req.routePath}`)
    call.header('cache-control', 'no-store')
    return call.json(problem, status as ContentfulStatusCode)
  })
  return app
    .route('/', widgetPagePost(context))
    .route('/', widgetPageGet(context))
    .route('/', appPagePost(context))
    .route('/', eventPost(context))
    .route('/', robotPost(context))
    .route('/', sessionPost(context))
    .route('/', carriersGet(context))
    .route('/', captureChecksPost(context))
    .route('/', captureDraftsPut(context))
    .route('/', capturesPost(context))
    .route('/', companyNumbersGet(context))
    .route('/', carrierChatsGet(context))
    .route('/', knownCarriersGet(context))
    .route('/', openRequestsGet(context))
    .route('/', evidenceGet(context))
    .route('/', carriersFoundGet(context))
    .route('/', rulesGet(context))
    .route('/', rulesPut(context))
    .route('/', rulesDelete(context))
    .route('/', matchSettingsPut(context))
    .route('/', placesGet(context))
    .route('/', placesPut(context))
    .route('/', attemptsPost(context))
    .route('/', offersPost(context))
    .route('/', offersGet(context))
    .route('/', cardOffersGet(context))
    .route('/', offerDecisionsPost(context))
    .route('/', exportsPost(context))
    .route('/', exportsGet(context))
    .route('/', writesGet(context))
    .route('/', carrierFilePreviewPost(context))
    .route('/', carrierFilePost(context))
    .route('/', deadLettersGet(context))
    .route('/', deadLettersPost(context))
    .route('/', revealsPost(context))
    .route('/', revealsGet(context))
    .route('/', revealsMaskingPut(context))
    .route('/', liveGet(context))
    .route('/', installStartPost(context))
    .route('/', installProgressGet(context))
    .route('/', portalMapGet(context))
    .route('/', portalMapPut(context))
    .route('/', settingsGet(context))
    .route('/', settingsPut(context))
    .route('/', profitGet(context))
    .route('/', ownEntitiesPut(context))
    .route('/', refusalRobotPost(context))
    .route('/', refusalQueueGet(context))
    .route('/', refusalAbsencePut(context))
    .route('/', refusalReportGet(context))
    .route('/', refusalDecisionsPost(context))
    .route('/', stageRightsGet(context))
    .route('/', refusalsGet(context))
    .route('/', refusalsPost(context))
    .route('/', profitReportGet(context))
    .route('/', profitSettingsPut(context))
    .route('/', exchangeRatesPut(context))
    .route('/', expensesPut(context))
    .route('/', profitApprovalsPost(context))
    .route('/', metricsGet(context.figures))
}

/** For the typed client. */
export type App = ReturnType<typeof createApp>
