import { accessDenied, type RestError } from '../errors.ts'

export const applicationOnly = (): RestError => accessDenied('Access denied! Application context required')

export const typeAdmin = (): RestError => accessDenied('Admin permissions required')
