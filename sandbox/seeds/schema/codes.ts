/** Elements of the portal's lists: our code is kept as `xmlId`, the value is what people see. */
export type Choices = readonly (readonly [xmlId: string, value: string])[]

export const KIND: Choices = [
  ['price_inquiry', 'Узнать стоимость'],
  ['truck_needed', 'Нужно ставить авто'],
]

export const BODY: Choices = [
  ['tent', 'Тент'],
  ['curtain', 'Штора'],
  ['mega', 'Мега'],
  ['jumbo', 'Джамбо'],
  ['van', 'Фургон'],
  ['box', 'Цельнометалл'],
  ['isotherm', 'Изотерм'],
  ['reefer', 'Рефрижератор'],
  ['reefer_multi', 'Реф мультирежимный'],
  ['container', 'Контейнер'],
  ['flatbed', 'Борт'],
  ['platform', 'Площадка'],
  ['lowboy', 'Трал'],
  ['tipper', 'Самосвал'],
  ['manipulator', 'Манипулятор'],
  ['tanker', 'Цистерна'],
  ['car_carrier', 'Автовоз'],
  ['grain', 'Зерновоз'],
  ['timber', 'Лесовоз'],
  ['other', 'Другой'],
]

export const LOADING: Choices = [
  ['top', 'Верхняя'],
  ['side', 'Боковая'],
  ['side_both', 'Боковая с двух сторон'],
  ['rear', 'Задняя'],
  ['untent', 'Полная растентовка'],
  ['no_crossbars', 'Снятие поперечин'],
  ['no_posts', 'Снятие стоек'],
  ['tail_lift', 'Гидроборт'],
  ['ramps', 'Аппарели'],
  ['pour', 'Налив'],
]

export const ADR: Choices = [
  ['1', '1 Взрывчатые'],
  ['2', '2 Газы'],
  ['3', '3 Легковоспламеняющиеся жидкости'],
  ['4.1', '4.1 Легковоспламеняющиеся твёрдые'],
  ['4.2', '4.2 Самовозгорающиеся'],
  ['4.3', '4.3 Опасные при контакте с водой'],
  ['5.1', '5.1 Окислители'],
  ['5.2', '5.2 Органические пероксиды'],
  ['6.1', '6.1 Токсичные'],
  ['6.2', '6.2 Инфекционные'],
  ['7', '7 Радиоактивные'],
  ['8', '8 Коррозионные'],
  ['9', '9 Прочие опасные'],
]

export const DIRECTION_KIND: Choices = [
  ['domestic', 'По России'],
  ['export', 'Экспорт'],
  ['import', 'Импорт'],
  ['transit', 'Транзит'],
]

/** A payment form names the own legal entity and the VAT inside the price. */
export const PAYMENT_FORM: Choices = [
  ['22', 'ООО «Могутин Логистика», с НДС 22 %'],
  ['20', 'ООО «Могутин Логистика», с НДС 20 % (до 2026 года)'],
  ['10', 'ООО «Могутин Логистика», с НДС 10 %'],
  ['7', 'ООО «Могутин Юг», с НДС 7 %'],
  ['5', 'ООО «Могутин Экспресс», с НДС 5 %'],
  ['0', 'ООО «Могутин Логистика», международная, НДС 0 %'],
  ['none', 'ИП Могутин, без НДС'],
  ['cash', 'Наличные'],
]

/** The carrier's usual regime, without an own entity of ours. */
export const VAT: Choices = [
  ['22', 'С НДС 22 %'],
  ['20', 'С НДС 20 %'],
  ['10', 'С НДС 10 %'],
  ['7', 'С НДС 7 %'],
  ['5', 'С НДС 5 %'],
  ['0', 'НДС 0 %'],
  ['none', 'Без НДС'],
  ['cash', 'Наличные'],
]

export const TERM_EVENT: Choices = [
  ['unloading', 'После выгрузки'],
  ['scan', 'По сканам'],
  ['originals', 'По оригиналам'],
  ['invoice', 'От даты счёта'],
  ['etrn', 'По закрытию ЭТрН'],
]

export const LOST_REASON: Choices = [
  ['client_declined', 'Клиент отказался'],
  ['rate', 'Не сошлись в цене'],
  ['competitor', 'Выбрал другого'],
  ['silent', 'Не отвечает'],
  ['postponed', 'Перенесено'],
  ['no_truck', 'Не нашли машину'],
  ['dates', 'Не подошли сроки'],
  ['cargo', 'Не наш груз'],
  ['debtor', 'Должник'],
  ['duplicate', 'Дубль'],
  ['spam', 'Спам'],
  ['other', 'Другое'],
]

export const ACTION: Choices = [
  ['quote', 'Предложение'],
  ['executor', 'Исполнитель'],
]

export const SOURCE: Choices = [
  ['call', 'Звонок'],
  ['form', 'Форма'],
  ['messenger', 'Мессенджер'],
  ['board', 'Биржа'],
  ['email', 'Почта'],
  ['import', 'Импорт'],
]

export const DECLINE_REASON: Choices = [
  ['rate', 'Дорого'],
  ['dates', 'Не подходят даты'],
  ['vehicle', 'Не подходит машина'],
  ['security', 'Не прошёл проверку'],
  ['competitor', 'Выбрали другого перевозчика'],
  ['client_declined', 'Клиент отказался'],
  ['other', 'Другое'],
]

export const STATE: Choices = [
  ['active', 'Работает'],
  ['paused', 'Пауза'],
  ['stop', 'Стоп-лист'],
]

export const CHANNEL: Choices = [
  ['whatsapp', 'WhatsApp'],
  ['telegram', 'Telegram'],
  ['max', 'MAX'],
  ['sms', 'СМС'],
  ['email', 'Почта'],
  ['phone', 'Телефон'],
]

export const SECURITY: Choices = [
  ['unknown', 'Не проверен'],
  ['passed', 'Проверен'],
  ['failed', 'Не прошёл'],
]
