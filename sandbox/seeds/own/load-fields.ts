import { asDay, asTonnes, own, ownChoice, type OwnField } from './own-field.ts'
import { DANGER, LOADINGS, TRUCKS, YES } from './words.ts'

/** What a calculation and a trip say of the cargo. Addresses, sizes and the kind of transport were never kept here. */
export const OWN_CARGO: readonly OwnField[] = [
  own('LOAD_PLACE', 'string', 'Откуда'),
  own('UNLOAD_PLACE', 'string', 'Куда'),
  own('EXTRA_STOPS', 'string', 'Доп. точки маршрута', { multiple: true }),
  own('LOAD_FROM_AT', 'date', 'Дата загрузки', { spell: asDay }),
  own('UNLOAD_BY_AT', 'date', 'Дата выгрузки (план)', { spell: asDay }),
  own('CARGO', 'string', 'Наименование груза'),
  own('WEIGHT_KG', 'double', 'Тоннаж, т', { spell: asTonnes }),
  own('VOLUME_M3', 'double', 'Кубатура, м3'),
  own('PALLETS', 'integer', 'Кол-во паллет'),
  ownChoice('BODY', 'Тип ТС', TRUCKS, true),
  ownChoice('LOADING', 'Тип загрузки', LOADINGS, true),
  ownChoice('ADR', 'Класс опасности', DANGER),
  own('TEMP_FROM_C', 'double', 'Темп. режим от'),
  own('TEMP_TO_C', 'double', 'Темп. режим до'),
  ownChoice('PART_LOAD', 'Догруз возможен', YES),
]
