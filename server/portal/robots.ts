import { CAPTURE_ACTIONS, CAPTURE_LABELS, type CaptureAction } from '../../contract/codes.ts'

/** One of the four actions as integrators put it into their own processes. */
export interface RobotDefinition {
  code: string
  action: CaptureAction
  /** As `bizproc.robot.add` and `bizproc.activity.add` take it. */
  params: Record<string, unknown>
}

const text = (ru: string, en: string, isRequired = false) => ({
  Name: { ru, en },
  Type: 'string',
  Required: isRequired ? 'Y' : 'N',
  Multiple: 'N',
})

const WHO = {
  company: { Name: { ru: 'Компания перевозчика, №', en: "Carrier's company, id" }, Type: 'int', Required: 'Y' },
  user: { Name: { ru: 'Кто записал', en: 'Who wrote it down' }, Type: 'user', Required: 'Y' },
  comment: text('Комментарий', 'Comment'),
}
const PRICE = {
  ...WHO,
  request: { Name: { ru: 'Запрос, №', en: 'Request, id' }, Type: 'int', Required: 'Y' },
  rate: text('Ставка: 85к или 45 р/км', 'Rate: 85k or 45/km', true),
  vat: text('НДС: 22, 20, 10, 7, 5, 0, none или cash', 'VAT: 22, 20, 10, 7, 5, 0, none or cash', true),
  term: text('Оплата: 5 бд по сканам', 'Payment: 5 bd scan'),
  available_from: text('Машина с', 'Truck from'),
  valid_until: text('Действует до', 'Valid until'),
  capacity: text('Тоннаж', 'Tonnes'),
  plate: text('Номер машины', 'Truck plate'),
  trailer: text('Номер прицепа', 'Trailer plate'),
  driver_name: text('Водитель', 'Driver'),
  driver_phone: text('Телефон водителя', "Driver's phone"),
  licence: text('Водительское удостоверение', "Driver's licence"),
  paper: text('СТС или VIN', 'Certificate or VIN'),
}
const DIRECTIONS = { directions: text('Направления через «;»', 'Directions, parted by ;') }
const PROPERTIES: Record<CaptureAction, Record<string, unknown>> = {
  offer: PRICE,
  executor: PRICE,
  busy: {
    ...WHO,
    ...DIRECTIONS,
    now_place: text('Где сейчас', 'Where now'),
    free_place: text('Где освободится', 'Free at'),
    free_on: text('Когда освободится', 'Free on'),
  },
  base: { ...WHO, ...DIRECTIONS, home_place: text('Где база', 'Home place') },
}

export const ROBOT_PATH = '/hooks/robot'

/** All of them, with the handler at our own public address; `userId` is whose token the portal sends along. */
export function robotDefinitions(publicUrl: string, userId: number): RobotDefinition[] {
  return CAPTURE_ACTIONS.map((action) => ({
    code: `reis_${action}`,
    action,
    params: {
      CODE: `reis_${action}`,
      HANDLER: `${publicUrl}${ROBOT_PATH}`,
      AUTH_USER_ID: userId,
      USE_SUBSCRIPTION: 'Y',
      NAME: { ru: `Рейс: ${CAPTURE_LABELS[action].ru}`, en: `Reis: ${CAPTURE_LABELS[action].en}` },
      PROPERTIES: PROPERTIES[action],
      RETURN_PROPERTIES: {
        accepted: { Name: { ru: 'Принято', en: 'Accepted' }, Type: 'bool' },
        error: { Name: { ru: 'Что не так', en: 'What is wrong' }, Type: 'string' },
      },
    },
  }))
}
