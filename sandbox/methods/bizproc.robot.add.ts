import { addProgram } from '../rules/bizproc/programs.ts'

export const method = addProgram('robot')
