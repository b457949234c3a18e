import type { Method } from '../rules/method.ts'
import { addPicture } from '../rules/timeline/pictures.ts'

export const method: Method = addPicture('icon')
