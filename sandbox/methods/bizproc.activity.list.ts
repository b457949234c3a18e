import { listPrograms } from '../rules/bizproc/programs.ts'

export const method = listPrograms('activity')
