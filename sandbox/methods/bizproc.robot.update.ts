import { updateProgram } from '../rules/bizproc/programs.ts'

export const method = updateProgram('robot')
