import { checkCrm } from '../rules/crm-access.ts'
import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { describeRecord, type RecordField } from '../rules/records.ts'

const fields: RecordField[] = [
  ['CURRENCY', 'string', 'Валюта'],
  ['AMOUNT_CNT', 'int', 'Номинал'],
  ['AMOUNT', 'double', 'Курс'],
  ['BASE', 'char', 'Базовая валюта', 'r'],
  ['SORT', 'int', 'Сортировка'],
  ['DATE_UPDATE', 'datetime', 'Дата изменения', 'r'],
  ['LID', 'string', 'Язык'],
  ['FORMAT_STRING', 'string', 'Шаблон формата'],
  ['FULL_NAME', 'string', 'Название'],
  ['DEC_POINT', 'string', 'Разделитель дробной части'],
  ['THOUSANDS_SEP', 'string', 'Разделитель тысяч'],
  ['DECIMALS', 'int', 'Знаков после запятой'],
]

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/currency/crm-currency-fields.html */
export const method: Method = {
  scope: 'crm',
  run(call) {
    checkCrm(call, () => withoutCode('Access denied.'))
    return { result: describeRecord(fields) }
  },
}
