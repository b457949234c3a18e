import { afterAll, beforeAll, expect, test } from 'vitest'
import { startListeningPortal, type ListeningPortal } from '../support/listening-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let portal: ListeningPortal

beforeAll(async () => {
  portal = await startListeningPortal()
})
afterAll(() => portal.close())

test('a document is printed on a card one sees, and its life is told', async () => {
  const fields = { name: 'Заявка', file: ['a.docx', 'YQ=='], numeratorId: 1, region: 'ru', entityTypeId: ['1'] }
  expect((await portal.ask('crm.documentgenerator.template.add', { fields }, tiny.manager)).body.error).toBe(
    'DOCGEN_ACCESS_ERROR',
  )
  const made = await portal.ask('crm.documentgenerator.template.add', { fields })
  const templateId = Number((made.body.result as { template: { id: string } }).template.id)
  await portal.ask('event.bind', { event: 'ONCRMDOCUMENTGENERATORDOCUMENTADD', handler: portal.listener.url })
  const order = { templateId, entityTypeId: tiny.leads, entityId: 5 }
  expect((await portal.ask('crm.documentgenerator.document.add', order, tiny.logist)).body.error).toBe(
    'DOCGEN_ACCESS_ERROR',
  )
  const document = await portal.ask('crm.documentgenerator.document.add', order, tiny.manager)
  const { id, number } = (document.body.result as { document: { id: number; number: string } }).document
  expect(number).toMatch(/^\d+$/)
  const [form] = await portal.heard('ONCRMDOCUMENTGENERATORDOCUMENTADD')
  expect(form?.get('data[FIELDS][ID]')).toBe(String(id))
  expect((await portal.ask('crm.documentgenerator.document.get', { id }, tiny.logist)).body.error).toBe(
    'DOCGEN_ACCESS_ERROR',
  )
})

test('a file lies on the disk under a name of its own, and another’s disk is closed', async () => {
  const storages = (await portal.ask('disk.storage.getlist', {}, tiny.manager)).body.result as {
    ID: string
    ENTITY_TYPE: string
  }[]
  expect(storages.map((storage) => storage.ENTITY_TYPE)).toEqual(['common', 'user'])
  const file = { data: { NAME: 'акт.pdf' }, fileContent: ['акт.pdf', Buffer.from('акт').toString('base64')] }
  const into = { id: Number(storages[0]?.ID), ...file }
  await portal.ask('disk.storage.uploadfile', into, tiny.manager)
  expect((await portal.ask('disk.storage.uploadfile', into, tiny.manager)).body.error).toBe('DISK_BASE_SERVICE_22001')
  const second = await portal.ask('disk.storage.uploadfile', { ...into, generateUniqueName: true }, tiny.manager)
  expect(second.body.result).toMatchObject({ NAME: 'акт (1).pdf', SIZE: '6' })
  const own = { ...file, id: Number(storages[1]?.ID) }
  expect((await portal.ask('disk.storage.uploadfile', own, tiny.logist)).body.error).toBe('ACCESS_DENIED')
})

test('a folder holds files and folders, a form brings a file by the address the disk gave, and it is fetched again', async () => {
  const [storage] = (await portal.ask('disk.storage.getlist', {}, tiny.manager)).body.result as { ID: string }[]
  const made = await portal.ask('disk.storage.addfolder', { id: storage?.ID, data: { NAME: 'Рейс 12' } }, tiny.manager)
  const folder = made.body.result as { ID: number }
  const again = await portal.ask('disk.storage.addfolder', { id: storage?.ID, data: { NAME: 'Рейс 12' } }, tiny.manager)
  expect(again.body.error).toBe('DISK_OBJ_22000')
  await portal.ask('disk.folder.addsubfolder', { id: folder.ID, data: { NAME: 'Акты' } }, tiny.manager)
  const place = (await portal.ask('disk.folder.uploadfile', { id: folder.ID }, tiny.manager)).body.result as {
    field: string
    uploadUrl: string
  }
  const form = new FormData()
  form.set(place.field, new Blob(['подписан']), 'акт.txt')
  expect((await fetch(place.uploadUrl, { method: 'POST', body: form })).status).toBe(200)
  expect((await fetch(`${place.uploadUrl}0`, { method: 'POST', body: form })).status).toBe(403)
  const children = (await portal.ask('disk.folder.getchildren', { id: folder.ID }, tiny.manager)).body.result as {
    TYPE: string
    NAME: string
    DOWNLOAD_URL?: string
  }[]
  expect(children.map((one) => [one.TYPE, one.NAME])).toEqual([
    ['folder', 'Акты'],
    ['file', 'акт.txt'],
  ])
  expect(await (await fetch(children[1]?.DOWNLOAD_URL ?? '')).text()).toBe('подписан')
})
