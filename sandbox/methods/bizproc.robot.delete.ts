import { deleteProgram } from '../rules/bizproc/programs.ts'

export const method = deleteProgram('robot')
