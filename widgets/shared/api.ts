import type { AttemptAnswer, AttemptInput, OfferInput, RevealInput, TeachPlaceInput } from '../../contract/actions.ts'
import type {
  CaptureCheckInput,
  CaptureInput,
  CaptureWarning,
  CompanyNumberAnswer,
  KnownCarrier,
  OpenRequest,
} from '../../contract/capture.ts'
import type { CarrierFileAccepted, CarrierFilePreview, CarrierMapping } from '../../contract/carrier-file.ts'
import type { CarriersAnswer } from '../../contract/carriers.ts'
import type { EvidenceAnswer, EvidenceQuery } from '../../contract/evidence.ts'
import type { DeadLetterInput, DeadLettersAnswer } from '../../contract/dead-letters.ts'
import type { InstallState } from '../../contract/install.ts'
import type { LoadKind } from '../../contract/load.ts'
import type { CarrierFound, MatchRuleInput, RulesAnswer, SecurityRule } from '../../contract/match-rules.ts'
import type { Place } from '../../contract/place.ts'
import type {
  ApprovalDecision,
  ApprovalInput,
  ExpensesInput,
  OwnEntityInput,
  ProfitAnswer,
} from '../../contract/profit.ts'
import type { OwnEntityBook, OwnEntityBookInput } from '../../contract/own-entities.ts'
import type { CashForecast, ReportAnswer, ReportOrders, ReportQuery } from '../../contract/profit-report.ts'
import type { ExchangeRatesAnswer, RecordedRateAnswer, StatedRateInput } from '../../contract/exchange-rates.ts'
import type { ProfitSettingsAnswer, ProfitSettingsInput } from '../../contract/profit-settings.ts'
import type { PortalMap, PortalMapAnswer } from '../../contract/portal-map.ts'
import type {
  DecisionAnswer,
  DecisionInput,
  RefusalCardAnswer,
  RefusalInput,
  RefusalQueueAnswer,
} from '../../contract/refusals.ts'
import type { StageRightsAnswer, StageRightsInput } from '../../contract/stage-rights.ts'
import type { AbsenceInput, DeputyInput } from '../../contract/refusal-settings.ts'
import type { CarrierChatAnswer } from '../../contract/reveals.ts'
import type { RefusalReportAnswer } from '../../contract/refusal-report.ts'
import type { Problem } from '../../contract/problem.ts'
import type { SettingInput, SettingsAnswer } from '../../contract/settings.ts'
import type { Write } from '../../contract/write.ts'
import type { AnyProblemCode } from './sentences/problem.ts'
import type { SessionHolder } from './session.ts'

/** Any answer of our API that is not the wanted one; `offline` when none came. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly code: AnyProblemCode
  readonly fields: { path: string; message: string }[]

  constructor(code: AnyProblemCode, message: string, fields: { path: string; message: string }[] = []) {
    super(message)
    this.code = code
    this.fields = fields
  }
}

export interface LoadReference {
  kind: LoadKind
  id: number
}

export type Api = ReturnType<typeof createApi>

/** Our own endpoints. Every call throws ApiProblem; an ended session is renewed once and the call repeated. */
export function createApi(session: SessionHolder, fetcher: typeof fetch = (...request) => fetch(...request)) {
  async function send(
    method: string,
    path: string,
    body?: unknown,
    signal?: AbortSignal,
    keepalive = false,
  ): Promise<Response> {
    const token = session.token
    const answer = await attempt(token)
    if (answer.status !== 401 || !(await session.renew(token))) return checked(answer)
    return checked(await attempt(session.token))

    function attempt(bearer: string): Promise<Response> {
      const headers: Record<string, string> = { authorization: `Bearer ${bearer}` }
      const isForm = body instanceof FormData
      if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
      const init: RequestInit = { method, headers, cache: 'no-store' }
      if (body !== undefined) init.body = isForm ? body : JSON.stringify(body)
      if (signal) init.signal = signal
      if (keepalive) init.keepalive = true
      return fetcher(path, init).catch((error: unknown) => {
        if (signal?.aborted) throw error
        throw new ApiProblem('offline', 'The server did not answer')
      })
    }
  }

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await send(method, path, body)
    return (answer.status === 204 ? undefined : await answer.json()) as T
  }

  const carriersPath = (load: LoadReference) => `/api/loads/${load.kind}/${load.id}`
  return {
    /** For the endpoints of one widget alone. */
    call,
    carriers: (load: LoadReference) => call<CarriersAnswer>('GET', `${carriersPath(load)}/carriers`),
    /** What one line of a carrier's explanation rests on. */
    evidence: (load: LoadReference, companyId: number, query: EvidenceQuery) => {
      const asked = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
      const path = `${carriersPath(load)}/carriers/${companyId}/evidence`
      return call<EvidenceAnswer>('GET', `${path}?${new URLSearchParams(asked)}`)
    },
    rules: () => call<RulesAnswer>('GET', '/api/rules'),
    saveRule: (key: string, input: MatchRuleInput) =>
      call<RulesAnswer>('PUT', `/api/rules/${encodeURIComponent(key)}`, input),
    endRule: (key: string) => call<RulesAnswer>('DELETE', `/api/rules/${encodeURIComponent(key)}`),
    saveSecurityRule: (security: SecurityRule) => call<RulesAnswer>('PUT', '/api/match-settings', { security }),
    /** Carriers a rule may be about. */
    carriersForRule: (text: string) => call<CarrierFound[]>('GET', `/api/carriers?q=${encodeURIComponent(text)}`),
    places: (text: string) => call<Place[]>('GET', `/api/places?q=${encodeURIComponent(text)}`),
    teachPlace: (input: TeachPlaceInput) => call<CarriersAnswer>('PUT', '/api/places', input),
    attempt: (input: AttemptInput) => call<AttemptAnswer>('POST', '/api/attempts', input),
    offer: (input: OfferInput) => call<Write>('POST', '/api/offers', input),
    capture: (input: CaptureInput) => call<Write>('POST', '/api/captures', input),
    checkCapture: (input: CaptureCheckInput) => call<CaptureWarning[]>('POST', '/api/capture-checks', input),
    /** `isLast`: the page is going; the browser carries the call out after it. */
    keepDraft: (input: { callId: string | null; draft: Record<string, unknown> | null }, isLast: boolean) =>
      send('PUT', '/api/capture-drafts', input, undefined, isLast),
    openRequests: (text: string, companyId: number | null) =>
      call<OpenRequest[]>(
        'GET',
        `/api/open-requests?q=${encodeURIComponent(text)}${companyId === null ? '' : `&companyId=${companyId}`}`,
      ),
    findCarriers: (text: string) =>
      call<{ companyId: number; name: string }[]>('GET', `/api/known-carriers?q=${encodeURIComponent(text)}`),
    knownCarrier: (companyId: number, callId: string | null) =>
      call<KnownCarrier>(
        'GET',
        `/api/known-carriers/${companyId}${callId === null ? '' : `?callId=${encodeURIComponent(callId)}`}`,
      ),
    companyNumber: (number: string) => call<CompanyNumberAnswer>('GET', `/api/company-numbers/${number}`),
    write: (key: string) => call<Write>('GET', `/api/writes/${encodeURIComponent(key)}`),
    /** Where the portal's own channels reach a carrier. */
    carrierChat: (companyId: number) => call<CarrierChatAnswer>('GET', `/api/carrier-chats/${companyId}`),
    reveal: (input: RevealInput) => call<{ phone: string }>('POST', '/api/reveals', input),
    ownEntity: (input: OwnEntityInput) => call<ProfitAnswer>('PUT', '/api/own-entities', input),
    /** Reads a file of carriers; nothing is written. */
    previewCarrierFile: (file: File, key: string, mapping?: CarrierMapping) =>
      call<CarrierFilePreview>('POST', '/api/carrier-file/preview', carrierForm(file, key, mapping)),
    writeCarrierFile: (file: File, key: string, mapping: CarrierMapping) =>
      call<CarrierFileAccepted>('POST', '/api/carrier-file', carrierForm(file, key, mapping)),
    deadLetters: () => call<DeadLettersAnswer>('GET', '/api/dead-letters'),
    decideDeadLetter: (input: DeadLetterInput) => call<DeadLettersAnswer>('POST', '/api/dead-letters', input),
    settings: () => call<SettingsAnswer>('GET', '/api/settings'),
    chooseSetting: (input: SettingInput) => call<SettingsAnswer>('PUT', '/api/settings', input),
    report: (query: ReportQuery) => call<ReportAnswer>('GET', `/api/profit-report?${new URLSearchParams(query)}`),
    reportOrders: (query: ReportQuery, key: string, offset: number) =>
      call<ReportOrders>(
        'GET',
        `/api/profit-report/orders?${new URLSearchParams({ ...query, key, offset: String(offset) })}`,
      ),
    reportSheet: async (query: ReportQuery) =>
      (await send('GET', `/api/profit-report/sheet?${new URLSearchParams(query)}`)).blob(),
    forecast: () => call<CashForecast>('GET', '/api/profit-report/forecast'),
    forecastSheet: async () => (await send('GET', '/api/profit-report/forecast/sheet')).blob(),
    expenses: (input: ExpensesInput) => call<ProfitAnswer>('PUT', '/api/expenses', input),
    profit: ({ kind, id }: ProfitAnswer['card'], share?: number) =>
      call<ProfitAnswer>('GET', `/api/profit/${kind}/${id}${share === undefined ? '' : `?share=${share}`}`),
    askApproval: (input: ApprovalInput) => call<ProfitAnswer>('POST', '/api/profit-approvals', input),
    decideApproval: (key: string, input: ApprovalDecision) =>
      call<ProfitAnswer>('PUT', `/api/profit-approvals/${encodeURIComponent(key)}`, input),
    entityBook: () => call<OwnEntityBook>('GET', '/api/own-entities/book'),
    saveEntityBook: (input: OwnEntityBookInput) => call<OwnEntityBook>('PUT', '/api/own-entities/book', input),
    profitSettings: () => call<ProfitSettingsAnswer>('GET', '/api/profit-settings'),
    saveProfitSettings: (input: ProfitSettingsInput) =>
      call<ProfitSettingsAnswer>('PUT', '/api/profit-settings', input),
    exchangeRates: () => call<ExchangeRatesAnswer>('GET', '/api/exchange-rates'),
    recordedRate: (currency: string, on: string) =>
      call<RecordedRateAnswer>('GET', `/api/exchange-rates/recorded?${new URLSearchParams({ currency, on })}`),
    stateRate: (input: StatedRateInput) => call<ExchangeRatesAnswer>('PUT', '/api/exchange-rates', input),
    portalMap: () => call<PortalMapAnswer>('GET', '/api/portal-map'),
    choosePortalMap: (map: PortalMap) => call<PortalMapAnswer>('PUT', '/api/portal-map', map),
    /** `dryRun`: the key of what was shown; without it only a setup that has stopped goes on. */
    startInstall: (dryRun?: string) => call<InstallState>('POST', '/api/install/start', { dryRun }),
    refusalCard: (card: RefusalCardAnswer['card']) =>
      call<RefusalCardAnswer>('GET', `/api/refusals/${card.kind}/${card.id}`),
    askRefusal: (input: RefusalInput) => call<RefusalCardAnswer>('POST', '/api/refusals', input),
    decideRefusals: (input: DecisionInput) => call<DecisionAnswer>('POST', '/api/refusals/decisions', input),
    refusalAbsence: (input: AbsenceInput) => call<RefusalQueueAnswer>('PUT', '/api/refusals/absence', input),
    stageRights: () => call<StageRightsAnswer>('GET', '/api/refusals/stage-rights'),
    sayStageRights: (input: StageRightsInput) => call<StageRightsAnswer>('PUT', '/api/refusals/stage-rights', input),
    refusalDeputy: (input: DeputyInput) => call<RefusalQueueAnswer>('PUT', '/api/refusals/deputy', input),
    refusalQueue: () => call<RefusalQueueAnswer>('GET', '/api/refusals/queue'),
    refusalReport: (span: { fromOn: string; toOn: string }) =>
      call<RefusalReportAnswer>('GET', `/api/refusals/report?${new URLSearchParams(span)}`),
    refusalReportFile: async (asked: Record<string, string>) =>
      (await send('GET', `/api/refusals/report/file?${new URLSearchParams(asked)}`)).blob(),
    /** A stream of server events; read it with `readEvents`. */
    live: (load: LoadReference, signal: AbortSignal) => send('GET', `${carriersPath(load)}/live`, undefined, signal),
    installProgress: (signal: AbortSignal) => send('GET', '/api/install/progress', undefined, signal),
  }
}

function carrierForm(file: File, key: string, mapping?: CarrierMapping): FormData {
  const form = new FormData()
  form.set('file', file)
  form.set('key', key)
  if (mapping) form.set('mapping', JSON.stringify(mapping))
  return form
}

async function checked(answer: Response): Promise<Response> {
  if (answer.ok) return answer
  const problem = (await answer.json().catch(() => null)) as Problem | null
  throw new ApiProblem(
    problem?.code ?? 'unexpected',
    problem?.message ?? `HTTP ${answer.status}`,
    problem?.fields ?? [],
  )
}
