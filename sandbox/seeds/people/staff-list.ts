import { DEPARTMENTS } from './departments.ts'

/** id, name, patronymic, surname, gender, department, position, mailbox. */
export type StaffRow = readonly [number, string, string, string, 'M' | 'F', number, string, string]

const { company, board, sales, logistics, office, accounting, security, hr } = DEPARTMENTS
const MANAGER = 'Менеджер по продажам'
const LOGIST = 'Логист'

export const STAFF: readonly StaffRow[] = [
  [1, 'Игорь', 'Павлович', 'Ветров', 'M', company, 'Администратор портала', 'vetrov'],
  [2, 'Андрей', 'Николаевич', 'Могутин', 'M', board, 'Генеральный директор', 'mogutin'],
  [3, 'Ольга', 'Викторовна', 'Рябинина', 'F', sales, 'Руководитель отдела продаж', 'ryabinina'],
  [4, 'Марина', 'Сергеевна', 'Лебедева', 'F', sales, 'Старший менеджер по продажам', 'lebedeva'],
  [5, 'Денис', 'Олегович', 'Крылов', 'M', sales, MANAGER, 'krylov'],
  [6, 'Анна', 'Игоревна', 'Соболева', 'F', sales, MANAGER, 'soboleva'],
  [7, 'Тимур', 'Ринатович', 'Галиев', 'M', sales, MANAGER, 'galiev'],
  [8, 'Екатерина', 'Дмитриевна', 'Носова', 'F', sales, MANAGER, 'nosova'],
  [9, 'Павел', 'Андреевич', 'Журавлёв', 'M', sales, MANAGER, 'zhuravlev'],
  [10, 'Юлия', 'Алексеевна', 'Тихонова', 'F', sales, MANAGER, 'tikhonova'],
  [11, 'Роман', 'Валерьевич', 'Белоусов', 'M', sales, MANAGER, 'belousov'],
  [12, 'Сергей', 'Михайлович', 'Дорохов', 'M', logistics, 'Руководитель отдела логистики', 'dorokhov'],
  [13, 'Алексей', 'Юрьевич', 'Иванов', 'M', logistics, 'Старший логист', 'ivanov'],
  [14, 'Наталья', 'Петровна', 'Кузьмина', 'F', logistics, LOGIST, 'kuzmina'],
  [15, 'Артём', 'Вячеславович', 'Поляков', 'M', logistics, LOGIST, 'polyakov'],
  [16, 'Ксения', 'Романовна', 'Воронцова', 'F', logistics, LOGIST, 'vorontsova'],
  [17, 'Максим', 'Евгеньевич', 'Гусев', 'M', logistics, LOGIST, 'gusev'],
  [18, 'Эльвира', 'Маратовна', 'Хасанова', 'F', logistics, LOGIST, 'khasanova'],
  [19, 'Виктор', 'Степанович', 'Маслов', 'M', logistics, LOGIST, 'maslov'],
  [20, 'Дарья', 'Ильинична', 'Фомина', 'F', logistics, LOGIST, 'fomina'],
  [21, 'Кирилл', 'Антонович', 'Ершов', 'M', logistics, LOGIST, 'ershov'],
  [22, 'Людмила', 'Фёдоровна', 'Савельева', 'F', office, 'Офис-менеджер', 'savelieva'],
  [23, 'Вера', 'Анатольевна', 'Климова', 'F', office, 'Специалист по документам', 'klimova'],
  [24, 'Илья', 'Константинович', 'Родионов', 'M', office, 'Специалист по документам', 'rodionov'],
  [25, 'Татьяна', 'Борисовна', 'Орлова', 'F', accounting, 'Главный бухгалтер', 'orlova'],
  [26, 'Светлана', 'Геннадьевна', 'Панова', 'F', accounting, 'Бухгалтер', 'panova'],
  [27, 'Галина', 'Ивановна', 'Шубина', 'F', accounting, 'Бухгалтер по расчётам', 'shubina'],
  [28, 'Олег', 'Васильевич', 'Карпов', 'M', security, 'Начальник службы безопасности', 'karpov'],
  [29, 'Руслан', 'Тагирович', 'Ахметов', 'M', security, 'Специалист по проверке', 'akhmetov'],
  [30, 'Ирина', 'Леонидовна', 'Беляева', 'F', hr, 'Менеджер по персоналу', 'belyaeva'],
]
