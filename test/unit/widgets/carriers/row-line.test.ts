// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { computed, defineComponent, h, ref } from 'vue'
import { createI18n } from 'vue-i18n'
import { expect, test, vi } from 'vitest'
import type { CarrierRow } from '../../../../contract/carriers.ts'
import type { Language } from '../../../../contract/codes.ts'
import type { Api } from '../../../../widgets/shared/api.ts'
import { provideCarriers } from '../../../../widgets/carriers/carriers-context.ts'
import { carriersEn } from '../../../../widgets/carriers/messages/en.ts'
import { carriersRu } from '../../../../widgets/carriers/messages/ru.ts'
import RowLine from '../../../../widgets/carriers/RowLine.vue'
import { moscowKazan } from '../../../support/widget-fixture/answers.ts'
import { suitableCarriers, vetoedCarriers } from '../../../support/widget-fixture/carriers.ts'
import { sessionOf } from '../../../support/widget-fixture/scenarios.ts'

const now = new Date('2025-11-23T09:00:00Z')
const rows = suitableCarriers(now)

function show(row: CarrierRow, options: { language?: Language; open?: boolean } = {}) {
  const language = options.language ?? 'ru'
  const press = () => vi.fn<(row: CarrierRow) => void>()
  const pressed = {
    openCompany: press(),
    call: press(),
    propose: press(),
    toggle: press(),
    askOutcome: press(),
    write: press(),
  }
  const tab = defineComponent(() => {
    provideCarriers({
      session: sessionOf(language, 'http://portal', 't'),
      language: ref(language),
      load: ref({ ...moscowKazan(now), open: options.open ?? true }),
      clock: computed(() => ({ now, zone: 'Europe/Moscow' })),
      drafts: new Map(),
      api: {} as Api,
      makeRule: null,
      showNumber: computed(() => null),
      ...pressed,
    })
    return () => h(RowLine, { row, current: false, expanded: false, tabStop: true, vetoed: row.vetoes.length > 0 })
  })
  const i18n = createI18n({ legacy: false, locale: language, messages: { ru: carriersRu, en: carriersEn } })
  return { page: mount(tab, { global: { plugins: [i18n] } }), pressed }
}

test('a row shows who, from where, why, with what, for how much and how to reach him', () => {
  const text = show(rows[0]!).page.text().replaceAll('\u00A0', ' ')
  for (const part of [
    'ООО «Волга-Транс»',
    'База 2',
    'Предложения 5',
    'Рейсы 3',
    '3 рейса Москва → Казань, последний 12 дней назад',
  ])
    expect(text).toContain(part)
  for (const part of [
    'тент · 20 т · 82 м³',
    'Подольск, 38 км · сегодня',
    '85 000 ₽',
    'с НДС 22 %',
    '12 дн. назад',
    '+7 917 •••-••-42',
  ])
    expect(text).toContain(part)
})

test('a rate from another lane says from which', () => {
  expect(show(rows[4]!).page.text()).toContain('Подольск → Набережные Челны')
})

test('a colleague’s call is seen in the row', () => {
  expect(show(rows[2]!).page.text()).toContain('Иванов Пётр звонит')
  expect(show(rows[2]!, { language: 'en' }).page.text()).toContain('Иванов Пётр is calling')
})

test('a vetoed carrier shows its reason in place of the evidence', () => {
  expect(show(vetoedCarriers(now)[0]!).page.get('.row-why').text()).toBe(
    'Нужен кузов тент или штора, у него рефрижератор',
  )
})

test('each press does one thing, and only the empty part of a row opens it', async () => {
  const { page, pressed } = show(rows[0]!)
  await page.get('.row-company').trigger('click')
  await page.get('.phone-button').trigger('click')
  await page.get('.offer-button').trigger('click')
  await page.get('[data-outcome]').trigger('click')
  expect(pressed.toggle).not.toHaveBeenCalled()
  for (const action of [pressed.openCompany, pressed.call, pressed.propose, pressed.askOutcome])
    expect(action).toHaveBeenCalledOnce()
  await page.get('.cell-why').trigger('click')
  expect(pressed.toggle).toHaveBeenCalledOnce()
})

test('a closed load takes no offers but can still be called about', () => {
  const { page } = show(rows[0]!, { open: false })
  expect(page.find('.offer-button').exists()).toBe(false)
  expect(page.find('.phone-button').exists()).toBe(true)
})

test('hostile names are text', () => {
  const { page } = show({ ...rows[0]!, name: '<img src=x onerror=alert(1)>' })
  expect(page.find('img').exists()).toBe(false)
  expect(page.get('.row-company').text()).toBe('<img src=x onerror=alert(1)>')
})
