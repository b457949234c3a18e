import type { Method } from '../rules/method.ts'
import { getPicture } from '../rules/timeline/pictures.ts'

export const method: Method = getPicture('logo')
