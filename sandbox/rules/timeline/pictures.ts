import { pictureMark, type Picture } from '../../state/timeline.ts'
import type { State } from '../../state/state.ts'
import { accessDenied, invalidArgument, missingParameter, notFound, RestError } from '../errors.ts'
import type { Answer, Call, Method } from '../method.ts'
import { toText } from '../params.ts'

/** The portal's own; documented by their codes in crm/timeline/logmessage. */
const systemCodes: Record<Picture['kind'], string[]> = {
  icon: `arrow-up call call-completed call-incoming-missed call-outcoming camera check circle-check clock comment
    document download-file info mail-outcome message pipeline restoration robot sms stage-change store sum task
    task-activity video-conference view wallet wait`.split(/\s+/),
  logo: `bank-card bizproc calendar-event call call-incoming call-outgoing call-play-record channel-whatsapp comment
    document document-printed mail notification open-line shop-basket task task-activity telegram video-conference
    zoom`.split(/\s+/),
}

const title = (kind: Picture['kind']): string => (kind === 'icon' ? 'Icon' : 'Logo')

function codeOf(call: Call): string {
  const code = toText(call.params['code'])
  if (code === '') throw missingParameter('code')
  return code
}

/** Whether records may carry that picture. */
export const isPicture = (state: State, kind: Picture['kind'], code: string): boolean =>
  systemCodes[kind].includes(code) || state.timeline.pictures.marked(pictureMark(kind, code)).length > 0

const print = (call: Call, kind: Picture['kind'], code: string): Record<string, unknown> => ({
  code,
  isSystem: systemCodes[kind].includes(code),
  fileUri: `${call.portal.url}/bitrix/js/crm/timeline/${kind}s/${code}.svg`,
})

export const addPicture = (kind: Picture['kind']): Method => ({
  scope: 'crm',
  isWrite: true,
  adminOnly: accessDenied,
  run(call): Answer {
    const code = codeOf(call)
    const content = toText(call.params['fileContent'])
    if (content === '') throw missingParameter('fileContent')
    if (!/^[\w-]{1,50}$/.test(code) || isPicture(call.portal.state, kind, code))
      throw invalidArgument(`${title(kind)} code is not unique or has wrong symbols`)
    if (!isImage(content)) throw new RestError(400, 'FILE_SAVE_ERROR', 'File is not an image')
    call.portal.state.timeline.pictures.add({ kind, code, content })
    return { result: { [kind]: print(call, kind, code) } }
  },
})

/** PNG, SVG and the like by their first bytes. */
function isImage(base64: string): boolean {
  const head = Buffer.from(base64.slice(0, 400), 'base64')
  const text = head.toString('latin1')
  return (
    text.startsWith('\u0089PNG') || text.startsWith('GIF8') || text.startsWith('\u00ff\u00d8') || text.includes('<svg')
  )
}

export const getPicture = (kind: Picture['kind']): Method => ({
  scope: 'crm',
  run(call): Answer {
    const code = codeOf(call)
    if (!isPicture(call.portal.state, kind, code)) throw notFound(`${title(kind)} not found for code \`${code}\``)
    return { result: { [kind]: print(call, kind, code) } }
  },
})

export const listPictures = (kind: Picture['kind']): Method => ({
  scope: 'crm',
  run(call): Answer {
    const own = call.portal.state.timeline.pictures.list().filter((picture) => picture.kind === kind)
    const codes = [...systemCodes[kind], ...own.map((picture) => picture.code)]
    return { result: { [`${kind}s`]: codes.map((code) => print(call, kind, code)) }, total: codes.length }
  },
})

export const deletePicture = (kind: Picture['kind']): Method => ({
  scope: 'crm',
  isWrite: true,
  adminOnly: accessDenied,
  run(call): Answer {
    const code = codeOf(call)
    const [own] = call.portal.state.timeline.pictures.marked(pictureMark(kind, code))
    if (!own) throw notFound(`${title(kind)} not found for code \`${code}\``)
    call.portal.state.timeline.pictures.remove(own.id)
    return { result: true }
  },
})
