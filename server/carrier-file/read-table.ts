import { CARRIER_FILE_BYTES, CARRIER_FILE_ROWS } from '../../contract/carrier-file.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { unreadable, type Table } from './table.ts'

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** CSV or XLSX, told apart by what it is and not by its name. Throws InvalidInputError. */
export async function readTable(bytes: Buffer): Promise<Table> {
  if (bytes.length === 0) throw unreadable('The file is empty')
  if (bytes.length > CARRIER_FILE_BYTES) throw unreadable(`No more than ${CARRIER_FILE_BYTES} bytes are read`)
  if (bytes.subarray(0, 4).equals(OLD_EXCEL)) throw unreadable('Save the file as XLSX or CSV: XLS is not read')
  if (bytes.subarray(0, 4).equals(ZIP)) return readXlsx(bytes, CARRIER_FILE_ROWS)
  if (bytes.includes(0)) throw unreadable('This is neither CSV nor XLSX')
  return readCsv(bytes, CARRIER_FILE_ROWS)
}
