import { BODY, LOADING } from '../schema/codes.ts'
import type { Spell } from './own-field.ts'

const BODIES = new Map(BODY.map(([code, value]) => [code, value.toLocaleLowerCase('ru')]))
const LOADINGS = new Map(LOADING.map(([code, value]) => [code, value.toLocaleLowerCase('ru')]))

/** «тент; 20 т; 82 м3; задняя, боковая; А123ВС716»: the default portal's codes, said in words. */
export const vehicleWords: Spell = (value) => (value as string[]).map(inWords)

function inWords(line: string): string {
  const [body = '', tonnes = '', volume = '', loading = '', ...rest] = line.split('; ')
  const loadings = loading.split(',').map((code) => LOADINGS.get(code) ?? code)
  return [
    BODIES.get(body) ?? body,
    tonnes && `${tonnes.replace('.', ',')} т`,
    volume && `${volume} м3`,
    loadings.join(', '),
    ...rest,
  ].join('; ')
}
