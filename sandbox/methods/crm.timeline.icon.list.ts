import type { Method } from '../rules/method.ts'
import { listPictures } from '../rules/timeline/pictures.ts'

export const method: Method = listPictures('icon')
