import type { Method } from '../rules/method.ts'
import { deletePicture } from '../rules/timeline/pictures.ts'

export const method: Method = deletePicture('icon')
