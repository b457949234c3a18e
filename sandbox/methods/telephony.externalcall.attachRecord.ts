import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'
import { commonRoot, uploadUrl } from '../rules/disk/objects.ts'
import { coreError, externalCallOf } from '../rules/telephony/external.ts'

/**
 * The record lies on the company's disk. Without its content the answer says where a form may bring it.
 * Documented at https://apidocs.bitrix24.com/api-reference/telephony/telephony-external-call-attach-record.html
 */
export const method: Method = {
  scope: 'telephony',
  isWrite: true,
  appOnly: wrongAuthType,
  async run(call) {
    const { portal, params, caller } = call
    const known = externalCallOf(call)
    const text = (name: string): string => toText(anyCase(params, name))
    const address = text('RECORD_URL')
    const name = text('FILENAME') || (address.split('/').at(-1) ?? '')
    if (!/\.(?:wav|mp3)$/i.test(name)) throw coreError('Unknown file extension')
    const content = text('FILE_CONTENT')
    if (content === '' && address === '')
      return { result: { uploadUrl: uploadUrl(call, commonRoot), fieldName: 'file' } }
    const file = {
      id: commonRoot,
      data: { NAME: `${known.id}-${name}` },
      // Nothing is fetched from outside: of a record at an address the address is kept.
      fileContent: [name, content || Buffer.from(address).toString('base64')],
      generateUniqueName: true,
    }
    const { result } = await portal.call({ kind: 'user', userId: caller.userId }, 'disk.folder.uploadfile', file)
    return { result: { FILE_ID: (result as { ID: number }).ID } }
  },
}
