import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:https'
import { expect, test } from 'vitest'
import { makeCertificate } from '../../sandbox/http/certificate.ts'
import { startSandbox } from '../../sandbox/server.ts'
import { post } from '../support/tiny-portal.ts'

const today = '2025-11-24'

/** A POST that trusts one certificate and nothing else. */
function securePost(address: string, certificate: string): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const call = request(address, { method: 'POST', ca: certificate, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString('utf8')) }),
      )
    })
    call.on('error', reject)
    call.end()
  })
}

test('with TLS the webhook answers over https to whoever trusts its certificate, and to nobody else', async () => {
  const sandbox = await startSandbox({ seed: 'empty', today, tls: true })
  const file = sandbox.certificateFile ?? ''
  try {
    expect(sandbox.webhookUrl).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/rest\/1\/[0-9a-f]+\/$/)
    const answer = await securePost(`${sandbox.webhookUrl}server.time`, readFileSync(file, 'utf8'))
    expect(answer).toMatchObject({ status: 200, body: { result: expect.stringMatching(/^\d{4}-/) as string } })
    await expect(post(`${sandbox.webhookUrl}server.time`)).rejects.toThrow('fetch failed')
    expect(readFileSync(file, 'utf8')).not.toContain('PRIVATE')
  } finally {
    await sandbox.close()
  }
  expect(existsSync(file)).toBe(false)
})

test('without the certificate’s maker TLS is refused with a sentence that says what is missing', async () => {
  await expect(makeCertificate('no-such-openssl')).rejects.toThrow(/needs OpenSSL .* no-such-openssl is not on this/)
})

test('a portal without TLS has no certificate', async () => {
  const sandbox = await startSandbox({ seed: 'empty', today })
  expect(sandbox.certificateFile).toBeNull()
  await sandbox.close()
})

test('the portal for the SDK’s own tests holds what they name and answers no sooner than in 20 ms', async () => {
  const sandbox = await startSandbox({ seed: 'sdk', today, limits: { perSecond: Infinity } })
  const ask = (method: string, params: Record<string, unknown>) => post(`${sandbox.webhookUrl}${method}`, params)
  try {
    const companies = await ask('crm.item.list', { entityTypeId: 4, filter: { '>id': 2 }, select: ['id'], start: 150 })
    expect(companies.body.result).toMatchObject({ items: { length: 50 } })
    const named = await ask('crm.item.list', { entityTypeId: 4, filter: { '=%title': 'A%' } })
    expect(named.body.total).toBeGreaterThan(50)
    for (const entityTypeId of [2, 3, 4])
      expect(await ask('crm.item.get', { entityTypeId, id: 2 })).toMatchObject({ status: 200 })
    expect((await ask('tasks.task.get', { taskId: 3 })).body.result).toEqual([])
    const started = performance.now()
    await ask('server.time', {})
    expect(performance.now() - started).toBeGreaterThanOrEqual(19)
  } finally {
    await sandbox.close()
  }
})
