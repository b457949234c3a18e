import { CAST } from '../cast.ts'
import type { SeedDepartment } from '../seed.ts'

export const DEPARTMENTS = {
  company: 1,
  board: 2,
  sales: 3,
  logistics: 4,
  office: 5,
  accounting: 6,
  security: 7,
  hr: 8,
} as const

export function makeDepartments(): SeedDepartment[] {
  const under = (id: number, name: string, headId: number): SeedDepartment => ({
    id,
    name,
    parentId: DEPARTMENTS.company,
    headId,
  })
  return [
    { id: DEPARTMENTS.company, name: 'Могутин Логистика', parentId: null, headId: CAST.director },
    under(DEPARTMENTS.board, 'Дирекция', CAST.director),
    under(DEPARTMENTS.sales, 'Отдел продаж', CAST.salesHead),
    under(DEPARTMENTS.logistics, 'Отдел логистики', CAST.logisticsHead),
    under(DEPARTMENTS.office, 'Офис', CAST.office),
    under(DEPARTMENTS.accounting, 'Бухгалтерия', CAST.accountant),
    under(DEPARTMENTS.security, 'Служба безопасности', CAST.security),
    under(DEPARTMENTS.hr, 'HR', CAST.hr),
  ]
}
