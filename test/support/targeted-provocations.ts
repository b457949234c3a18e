import { startTiny, callAs, post, testApp } from './tiny-portal.ts'
import { knownScopes } from '../../sandbox/rules/scopes.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import { makeStrict, refusalsIn, type Provoked } from './provocations.ts'
import { targetedInCrm } from './targeted-crm.ts'
import { targetedInModules } from './targeted-modules.ts'
import { targetedInTimeline } from './targeted-timeline.ts'
import { tiny } from './tiny-seed.ts'

type Params = Record<string, unknown>

/** A portal to be refused by: what is asked of it is noted. */
export interface Refuser {
  sandbox: Sandbox
  /** As the administrator, or as somebody else; the answer's result. */
  ask(method: string, params?: Params, userId?: number): Promise<unknown>
  askByWebhook(method: string, params?: Params): Promise<unknown>
  /** The application is another one from now on. */
  changeApplication(): void
  refusals: Provoked[]
}

const everything = { ...testApp, scope: knownScopes }

async function startRefuser(features: { smartProcesses?: boolean; documents?: number } = {}): Promise<Refuser> {
  const sandbox = await startTiny({ seed: makeStrict, app: everything, features })
  const refusals: Provoked[] = []
  return {
    sandbox,
    refusals,
    async ask(method, params = {}, userId = tiny.admin) {
      const answer = await callAs(sandbox, userId, method, params)
      refusals.push(...refusalsIn(method, answer))
      return answer.body.result
    },
    async askByWebhook(method, params = {}) {
      const answer = await post(`${sandbox.webhookUrl}${method}`, params)
      refusals.push(...refusalsIn(method, answer))
      return answer.body.result
    },
    changeApplication: () => sandbox.portal.registerApp({ ...everything, clientId: 'local.test.other' }),
  }
}

/** What has to be brought about on purpose, method by method: states, limits, plans, other applications. */
export async function targetedRefusals(): Promise<Provoked[]> {
  const refuser = await startRefuser()
  const poor = await startRefuser({ smartProcesses: false, documents: 0 })
  try {
    await targetedInCrm(refuser)
    await targetedInModules(refuser)
    await underPoorPlan(poor)
    await targetedInTimeline(refuser)
    return [...refuser.refusals, ...poor.refusals]
  } finally {
    await refuser.sandbox.close()
    await poor.sandbox.close()
  }
}

async function underPoorPlan({ ask }: Refuser): Promise<void> {
  const entityTypeId = tiny.requests
  await ask('crm.type.add', { fields: { title: 'Ещё' } })
  await ask('crm.type.update', { id: tiny.requestRow, fields: { title: 'Ещё' } })
  await ask('crm.item.add', { entityTypeId, fields: {} })
  await ask('crm.item.import', { entityTypeId, fields: {} })
  await ask('crm.item.batchImport', { entityTypeId, data: [{}] })
  await ask('crm.item.update', { entityTypeId, id: 1, fields: {} })
  const fields = {
    name: 'Акт',
    file: ['a.docx', 'YQ=='],
    numeratorId: 1,
    region: 'ru',
    entityTypeId: ['1'],
    users: ['UA'],
  }
  const made = (await ask('crm.documentgenerator.template.add', { fields })) as { template: { id: string } }
  const templateId = made.template.id
  await ask('crm.documentgenerator.document.add', { templateId, entityTypeId: tiny.leads, entityId: 5 })
}
