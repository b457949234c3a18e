import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { expect, test } from 'vitest'
import { splitPage } from '../../../../server/api/pages/page-source.ts'
import { streamedPage } from '../../../../server/api/pages/streamed-page.ts'

const html = '<!doctype html><html lang="xx" class="a"><body><p>Загрузка</p><!--reis-boot--></body></html>'

const unpacked: Record<string, (body: ReadableStream<Uint8Array>) => ReadableStream<Uint8Array>> = {
  identity: (body) => body,
  gzip: (body) => Readable.toWeb(Readable.fromWeb(body as never).pipe(createGunzip())) as never,
  br: (body) => Readable.toWeb(Readable.fromWeb(body as never).pipe(createBrotliDecompress())) as never,
}

test.each(Object.keys(unpacked))('the skeleton leaves before it is known who looks (%s)', async (acceptEncoding) => {
  let decide: (boot: unknown) => void = () => undefined
  const boot = new Promise((resolve) => {
    decide = resolve
  })
  const page = splitPage(html, 'carriers')
  const answer = streamedPage({ page, language: 'ru', portalOrigin: 'https://a.example', acceptEncoding, boot })
  expect(answer.headers.get('content-encoding') ?? 'identity').toBe(acceptEncoding)
  const reader = unpacked[acceptEncoding]!(answer.body!).getReader()
  const decoder = new TextDecoder()
  const first = decoder.decode((await reader.read()).value)
  expect(first).toBe('<!doctype html><html lang="ru" class="a"><body><p>Загрузка</p>')
  decide({ state: 'reload' })
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) rest += decoder.decode(part.value)
  expect(rest).toBe('<script type="application/json" id="reis-boot">{"state":"reload"}</script></body></html>')
})

test('a card closed before the portal has answered breaks nothing', async () => {
  let decide: (boot: unknown) => void = () => undefined
  const boot = new Promise((resolve) => {
    decide = resolve
  })
  const page = splitPage(html, 'carriers')
  const answer = streamedPage({ page, language: 'en', portalOrigin: 'https://a.example', acceptEncoding: 'gzip', boot })
  await answer.body!.cancel()
  decide({ state: 'reload' })
  await expect(boot).resolves.toEqual({ state: 'reload' })
})

test('a page without a place for its data is not served', () => {
  expect(() => splitPage('<html></html>', 'carriers')).toThrow('carriers')
})
