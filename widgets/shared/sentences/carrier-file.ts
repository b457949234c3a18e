import type { CarrierRowProblem } from '../../../contract/carrier-file.ts'
import type { Label, Language } from '../../../contract/codes.ts'

const PROBLEMS: Record<CarrierRowProblem, Label> = {
  no_name: { ru: 'нет названия', en: 'there is no name' },
  bad_phone: { ru: 'это не номер телефона', en: 'this is no phone number' },
  bad_capacity: { ru: 'не понятна грузоподъёмность', en: 'the capacity cannot be read' },
  bad_volume: { ru: 'не понятен объём', en: 'the volume cannot be read' },
  unknown_body: { ru: 'такого кузова нет в списке', en: 'there is no such body in the list' },
  formula: { ru: 'формула вместо значения', en: 'a formula instead of a value' },
  too_long: { ru: 'слишком длинный текст', en: 'the text is too long' },
  repeated: { ru: 'такой перевозчик уже был в файле выше', en: 'the file has this carrier further up' },
  in_base: { ru: 'уже есть в базе перевозчиков', en: 'is in the carrier base already' },
}

/** Why a row of a file is not taken: «строка 7: это не номер телефона». */
export function rowProblemText(language: Language, why: CarrierRowProblem): string {
  return PROBLEMS[why][language]
}
