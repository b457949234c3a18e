/** The writer of workbooks. It holds some 25 MiB, which a server that nobody asks for a workbook need not have. */
export async function loadExceljs() {
  return (await import('exceljs')).default
}
