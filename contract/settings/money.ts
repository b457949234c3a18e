import type { SettingDefinition } from './setting.ts'

const percent = { ru: '%', en: '%' }

export const MONEY_SETTINGS = {
  annualPercent: {
    section: 'money',
    type: 'number',
    default: null,
    least: 0,
    most: 200,
    decimals: 2,
    unit: { ru: '% годовых', en: '% a year' },
    title: { ru: 'Стоимость денег', en: 'Cost of money' },
    help: {
      ru: 'Во что обходятся деньги, пока клиент ещё не заплатил, а перевозчику уже заплачено. Пусто — не учитывать.',
      en: 'What money costs while the carrier is paid and the client has not paid yet. Empty: not counted.',
    },
  },
  minimumShare: {
    section: 'money',
    type: 'number',
    default: null,
    least: -1,
    most: 1,
    decimals: 1,
    unit: percent,
    shownTimes: 100,
    title: { ru: 'Минимальная рентабельность', en: 'Minimum margin' },
    help: {
      ru: 'Заявка с меньшей рентабельностью отмечается на вкладке «Рентабельность». Пусто — не отмечать.',
      en: 'An order below it is marked on the Profitability tab. Empty: nothing is marked.',
    },
  },
  cashPercent: {
    section: 'money',
    type: 'number',
    default: 0,
    least: 0,
    most: 100,
    decimals: 2,
    unit: percent,
    title: { ru: 'Стоимость наличных', en: 'Cost of cash' },
    help: {
      ru: 'Сколько процентов стоит получить наличные для оплаты перевозчику. Прибавляется к его ставке.',
      en: 'What it costs to obtain cash to pay a carrier. It is added to his rate.',
    },
  },
} as const satisfies Record<string, SettingDefinition>
