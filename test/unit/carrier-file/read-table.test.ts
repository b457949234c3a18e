import exceljs from 'exceljs'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { guessMapping } from '../../../server/carrier-file/guess-mapping.ts'
import { readCarriers } from '../../../server/carrier-file/read-carriers.ts'
import { readTable } from '../../../server/carrier-file/read-table.ts'
import { InvalidInputError } from '../../../server/errors.ts'

const csv = (text: string) => readTable(Buffer.from(text))
const HEADER = 'Перевозчик;Телефон;Тоннаж;Кузов;Направления;Город'

async function workbook(fill: (sheet: exceljs.Worksheet) => void): Promise<Buffer> {
  const made = new exceljs.Workbook()
  fill(made.addWorksheet('Лист1'))
  return Buffer.from((await made.xlsx.writeBuffer()) as ArrayBuffer)
}

test('a CSV of Excel is read, with quotes, empty lines, either encoding and whichever delimiter', async () => {
  const table = await csv('Имя,Телефон\n"ИП ""Сидоров"", Казань",+79161234567\n\nООО Волга,\n')
  expect(table.header).toEqual(['Имя', 'Телефон'])
  expect(table.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
    [2, 'ИП "Сидоров", Казань', '+79161234567'],
    [4, 'ООО Волга', ''],
  ])
  // «Имя;Тел» in Windows-1251.
  const old = await readTable(
    Buffer.from([0xc8, 0xec, 0xff, 0x3b, 0xd2, 0xe5, 0xeb, 0x0a, 0xce, 0xce, 0xce, 0x3b, 0x31]),
  )
  expect(old.header).toEqual(['Имя', 'Тел'])
})

test('an XLSX is read by its first sheet, and a formula is noted and not evaluated', async () => {
  const bytes = await workbook((sheet) => {
    sheet.addRow(['Название', 'Телефон'])
    sheet.addRow(['ИП Сидоров', 89161234567])
    sheet.addRow([{ formula: 'HYPERLINK("http://evil.example","x")', result: 'ИП Взлом' }, '+79031112233'])
  })
  const table = await readTable(bytes)
  expect(table.rows[0]!.cells).toEqual(['ИП Сидоров', '89161234567'])
  const { drafts, problems } = readCarriers(table, guessMapping(table.header))
  expect(drafts.map(({ name, phone }) => [name, phone])).toEqual([['ИП Сидоров', '+79161234567']])
  expect(problems).toEqual([{ line: 3, column: 'name', why: 'formula' }])
})

test('columns are guessed by the words of their headers', () => {
  expect(guessMapping(HEADER.split(';'))).toEqual({ name: 0, phone: 1, capacity: 2, body: 3, directions: 4, home: 5 })
  expect(guessMapping(['A', 'B'])).toEqual({})
})

test('good rows become carriers, and each bad row says its line and why', async () => {
  const table = await csv(
    [
      HEADER,
      'ИП Сидоров;8 916 123-45-67;20 т;тент;Москва — Казань; Самара — Уфа;Казань',
      ';+79160000000;;;;',
      'ООО «Волга»;не звонить;;;;',
      'ООО Ока;;много;;;',
      'ООО Кама;;1500 кг;телега;;',
      'ип сидоров;;;;;',
      '=cmd|calc;;;;;',
      `${'Очень длинное '.repeat(20)};;;;;`,
      'ООО Цна;;1500 кг;реф;;Тамбов',
    ].join('\n'),
  )
  const { drafts, problems } = readCarriers(table, guessMapping(table.header))
  expect(drafts).toMatchObject([
    { line: 2, name: 'ИП Сидоров', phone: '+79161234567', capacityKg: 20_000, body: 'tent' },
    { line: 10, name: 'ООО Цна', phone: null, capacityKg: 1_500, body: 'reefer', home: 'Тамбов' },
  ])
  expect(problems.map(({ line, column, why }) => `${line} ${column} ${why}`)).toEqual([
    '3 name no_name',
    '4 phone bad_phone',
    '5 capacity bad_capacity',
    '6 body unknown_body',
    '7 null repeated',
    '8 name formula',
    '9 name too_long',
  ])
})

/** A zip of one deflated part, which claims to unpack to so many bytes. */
function zipOf(content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content)
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04_03_4b_50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(claimed, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02_01_4b_50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(claimed, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06_05_4b_50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, entry, name, end])
}

test('a workbook that grows to gigabytes is refused while it is still small, whatever size it claims', async () => {
  const bomb = zipOf(Buffer.alloc(80 * 1024 * 1024), 1_000)
  expect(bomb.length).toBeLessThan(200_000)
  await expect(readTable(bomb)).rejects.toThrow('too large when it is unpacked')
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])],
  ['half a workbook', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(100)])],
  ['an archive that is no workbook', zipOf(Buffer.from('hello'))],
  ['only a header', Buffer.from('Имя;Телефон\n')],
  ['too many rows', Buffer.from(`Имя\n${'x\n'.repeat(6_000)}`)],
])('%s is refused with a sentence', async (_what, bytes) => {
  await expect(readTable(bytes)).rejects.toBeInstanceOf(InvalidInputError)
})
