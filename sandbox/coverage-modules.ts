import type { Coverage, Deviation } from './coverage.ts'
import { allFull, full, partial } from './coverage-rows.ts'

const nothingPrinted = 'nothing is printed: the links lead nowhere'
const noPush = 'accepted and checked; there is no push server'

/** Documents, disks, lines, bots, calls, triggers, text messages. */
export const coverageModules: Coverage[] = [
  partial('access.name', 'groups of the portal and its employees and departments'),
  ...allFull('crm.automation.trigger', 'add', 'delete', 'execute', 'list'),
  full('crm.category.fields'),
  partial('crm.documentgenerator.document.add', nothingPrinted),
  full('crm.documentgenerator.document.delete'),
  full('crm.documentgenerator.document.enablepublicurl'),
  partial('crm.documentgenerator.document.get', nothingPrinted),
  partial('crm.documentgenerator.document.getfields', 'the number, the title and our companies'),
  partial('crm.documentgenerator.document.list', nothingPrinted),
  partial('crm.documentgenerator.document.update', nothingPrinted),
  partial('crm.documentgenerator.numerator.list', 'one numerator'),
  partial('crm.documentgenerator.template.add', 'the file is kept by its name'),
  full('crm.documentgenerator.template.get'),
  full('crm.documentgenerator.template.list'),
  full('crm.item.batchImport'),
  full('crm.item.import'),
  full('crm.status.entity.items'),
  partial('crm.status.entity.types', 'no quotes, invoices and call lists'),
  full('crm.status.fields'),
  partial('disk.file.delete', 'no recycle bin'),
  full('disk.file.get'),
  full('disk.folder.addsubfolder'),
  partial('disk.folder.get', 'roots of storages are not told of'),
  full('disk.folder.getchildren'),
  partial('disk.folder.uploadfile', 'no rights of single files'),
  full('disk.storage.addfolder'),
  partial('disk.storage.getlist', "the company's disk and the employees' own"),
  partial('disk.storage.uploadfile', 'no rights of single files'),
  full('imbot.bot.list'),
  partial('imbot.message.add', 'no menus'),
  partial('imbot.register', 'bots hear messages and their own removal'),
  full('imbot.unregister'),
  full('imconnector.activate'),
  partial('imconnector.register', 'the page of the connector is not shown'),
  partial('imconnector.send.messages', 'files are not taken'),
  full('imconnector.send.status.delivery'),
  full('imconnector.status'),
  full('imconnector.unregister'),
  partial('imopenlines.crm.chat.get', 'no session ever ends'),
  full('imopenlines.crm.chat.getLastId'),
  full('imopenlines.crm.message.add'),
  partial('imopenlines.dialog.get', 'nothing is ever unread'),
  full('messageservice.message.status.update'),
  partial('messageservice.sender.add', 'the portal itself sends no text messages'),
  partial('pull.application.config.get', 'no push server: it says that it is switched off'),
  partial('pull.application.event.add', noPush),
  full('telephony.externalcall.finish'),
  full('telephony.externalcall.hide'),
  partial('telephony.externalcall.register', 'nothing is written to a chat'),
  full('telephony.externalcall.searchCrmEntities'),
  full('telephony.externalcall.show'),
  partial('user.search', 'people are looked for by names and positions'),
  partial('userfieldconfig.getTypes', 'the types user fields may have here'),
  partial('voximplant.statistic.get', 'calls of outside exchanges'),
]

/** Where these are knowingly unlike the documentation's examples. */
export const deviationsModules: Deviation[] = [
  { method: 'access.name', parameters: ['ACCESS'], reason: 'nothing asked for, nothing named; no code is documented' },
  {
    method: 'imbot.register',
    parameters: ['PROPERTIES.NAME', 'PROPERTIES.LAST_NAME'],
    reason: "one of the two is enough, as in the page's own example",
  },
  { method: 'telephony.externalcall.show', parameters: ['CALL_ID'], reason: 'the page names no codes' },
  {
    method: 'userfieldconfig.getTypes',
    paths: ['result.types.rest_219_test', 'result.types.iblock_*'],
    reason: "an application's type of the portal in the example, and information blocks, which are not here",
  },
]
