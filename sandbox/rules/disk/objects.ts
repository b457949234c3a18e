import { childrenOf, type DiskObject } from '../../state/files.ts'
import { RestError, withoutCode } from '../errors.ts'
import type { Call } from '../method.ts'
import { anyCase, isYes, toInteger, toMap, toText } from '../params.ts'
import { formatInstant } from '../time.ts'
import { asList } from '../values.ts'
import { signTicket } from './tickets.ts'

const commonStorage = 1
/** Folders of storages are numbered apart from everything that is put into them. */
const roots = 1_000_000

/** Where the company's own files lie. */
export const commonRoot = roots + commonStorage

export interface Storage {
  id: number
  name: string
  type: 'common' | 'user'
  owner: string
  rootId: number
}

/** The company's disk, and each employee's own. */
export function storagesOf(call: Call): Storage[] {
  const own = call.portal.users.list().map((person): Storage => {
    const id = commonStorage + person.id
    const name = `${person.name} ${person.lastName}`.trim()
    return { id, name, type: 'user', owner: String(person.id), rootId: roots + id }
  })
  const common = { id: commonStorage, name: call.portal.company, type: 'common' as const, owner: 'shared_files_s1' }
  return [{ ...common, rootId: roots + commonStorage }, ...own]
}

/** The storage a call names, whose root its caller may write to. Throws as the portal does for none and for others'. */
export function writableStorage(call: Call): Storage {
  const id = diskId(call)
  const storage = storagesOf(call).find((one) => one.id === id)
  if (!storage) throw notThere(id)
  folderOf(call, storage.rootId)
  return storage
}

/** A person's own disk is for him and administrators. */
export const mayUse = (call: Call, storage: Storage): boolean =>
  storage.type === 'common' ||
  storage.owner === String(call.caller.userId) ||
  call.portal.rights.isAdmin(call.caller.userId)

export const notThere = (id: unknown): RestError =>
  new RestError(400, 'ERROR_NOT_FOUND', `Could not find entity with id \`${toText(id)}\``)

export function diskId(call: Call, at = 0): number {
  const raw = anyCase(call.params, 'id')
  const id = toInteger(raw)
  if (raw === undefined || id === null)
    throw new RestError(400, 'ERROR_ARGUMENT', `Invalid value of parameter {Parameter #${at}}`)
  return id
}

/** The folder and the storage it lies in, for one who may use it. */
export function folderOf(call: Call, id: number): { folderId: number; storage: Storage } {
  const folder = call.portal.state.files.objects.get(id)
  const storage = storagesOf(call).find((one) => one.rootId === id || one.id === folder?.storageId)
  if (!storage || (folder && !folder.isFolder)) throw notThere(id)
  if (!mayUse(call, storage)) throw new RestError(400, 'ACCESS_DENIED', 'Access denied')
  return { folderId: id, storage }
}

const badArgument = (at: number): RestError =>
  new RestError(400, 'ERROR_ARGUMENT', `Invalid value of parameter {Parameter #${at}}`)

/** A folder below a folder: `data` names it. Throws for a name that is taken. */
export function addFolder(call: Call, folderId: number, storage: Storage): DiskObject {
  const name = toText(anyCase(toMap(anyCase(call.params, 'data')), 'NAME')).trim()
  if (name === '') throw badArgument(1)
  if (call.portal.state.files.objects.marked(childrenOf(folderId)).some((one) => one.name === name))
    throw new RestError(400, 'DISK_OBJ_22000', 'A folder with this name already exists')
  const now = Math.floor(call.portal.now() / 1000)
  const { userId } = call.caller
  return call.portal.state.files.objects.add({
    storageId: storage.id,
    parentId: folderId,
    name,
    isFolder: true,
    content: '',
    size: 0,
    createdBy: userId,
    updatedBy: userId,
    created: now,
    updated: now,
  })
}

/** Puts a file into a folder: `data` names it, `fileContent` is `["name", "<base64>"]`. */
export function upload(call: Call, folderId: number, storage: Storage): DiskObject {
  const { portal, params, caller } = call
  const data = anyCase(params, 'data')
  if (typeof data !== 'object' || data === null) throw badArgument(1)
  checkFileRights(anyCase(params, 'rights'))
  const parts = asList(anyCase(params, 'fileContent')).map(toText)
  const content = parts[1]
  if (content === undefined) throw badArgument(2)
  if (!/^[A-Za-z0-9+/=\s]*$/.test(content)) throw new RestError(400, 'ERROR_COULD_NOT_SAVE_FILE', 'Could not save file')
  const name = toText(anyCase(toMap(data), 'NAME')).trim() || (parts[0] ?? '').trim()
  if (name === '') throw badArgument(1)
  const isTaken = (wanted: string): boolean =>
    portal.state.files.objects.marked(childrenOf(folderId)).some((one) => one.name === wanted)
  if (isTaken(name) && !isYes(anyCase(params, 'generateUniqueName')))
    throw new RestError(400, 'DISK_BASE_SERVICE_22001', 'An object with this name already exists')
  const now = Math.floor(portal.now() / 1000)
  return portal.state.files.objects.add({
    storageId: storage.id,
    parentId: folderId,
    name: freeName(name, isTaken),
    isFolder: false,
    content,
    size: Buffer.byteLength(content, 'base64'),
    createdBy: caller.userId,
    updatedBy: caller.userId,
    created: now,
    updated: now,
  })
}

/** Rights of single files are checked and not kept: whoever may use the disk may use its files. */
function checkFileRights(raw: unknown): void {
  const isRight = (one: unknown): boolean =>
    typeof one === 'object' && one !== null && toInteger(anyCase(toMap(one), 'TASK_ID')) !== null
  if (raw !== undefined && !(Array.isArray(raw) && raw.every(isRight))) throw withoutCode('Invalid rights format')
}

/** `act.pdf` → `act (1).pdf`. */
function freeName(name: string, isTaken: (name: string) => boolean): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? []
  for (let at = 1; ; at += 1) {
    const candidate = at === 1 ? name : `${stem} (${at - 1})${ending}`
    if (!isTaken(candidate)) return candidate
  }
}

/** Where a form with a field `file` puts a file into that folder. */
export function uploadUrl(call: Call, folderId: number): string {
  const generateUniqueName = isYes(anyCase(call.params, 'generateUniqueName'))
  const ticket = { deed: 'upload' as const, id: folderId, userId: call.caller.userId, generateUniqueName }
  return `${call.portal.url}/rest/upload.json?token=${encodeURIComponent(signTicket(call.portal, ticket))}`
}

function downloadUrl(call: Call, id: number): string {
  const ticket = { deed: 'download' as const, id, userId: call.caller.userId, generateUniqueName: false }
  return `${call.portal.url}/rest/download.json?token=${encodeURIComponent(signTicket(call.portal, ticket))}`
}

/** A folder has no file to speak of. */
export function printFolder(call: Call, folder: DiskObject, isNew = false): Record<string, unknown> {
  const {
    GLOBAL_CONTENT_VERSION: _version,
    FILE_ID: _file,
    SIZE: _size,
    DOWNLOAD_URL: _url,
    ...rest
  } = printObject(call, folder, isNew)
  return { ...rest, REAL_OBJECT_ID: isNew ? folder.id : String(folder.id) }
}

/** `isUploaded`: right after the upload some numbers are numbers. */
export function printObject(call: Call, object: DiskObject, isUploaded = false): Record<string, unknown> {
  const number = (value: number): string | number => (isUploaded ? value : String(value))
  return {
    ID: number(object.id),
    NAME: object.name,
    CODE: null,
    STORAGE_ID: String(object.storageId),
    TYPE: object.isFolder ? 'folder' : 'file',
    REAL_OBJECT_ID: String(object.id),
    PARENT_ID: String(object.parentId),
    DELETED_TYPE: number(0),
    GLOBAL_CONTENT_VERSION: number(1),
    FILE_ID: number(object.id + roots),
    SIZE: String(object.size),
    CREATE_TIME: formatInstant(object.created),
    UPDATE_TIME: formatInstant(object.updated),
    DELETE_TIME: null,
    CREATED_BY: String(object.createdBy),
    UPDATED_BY: String(object.updatedBy),
    DELETED_BY: isUploaded ? null : '0',
    DOWNLOAD_URL: downloadUrl(call, object.id),
    DETAIL_URL: `${call.portal.url}/docs/file/${encodeURIComponent(object.name)}`,
  }
}
