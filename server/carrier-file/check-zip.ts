import { inflateRawSync } from 'node:zlib'
import { unreadable } from './table.ts'

/** What a workbook may grow to when it is unpacked, all its parts together. */
const MOST_UNPACKED = 64 * 1024 * 1024
const MOST_PARTS = 1_000
const END_OF_DIRECTORY = 0x06_05_4b_50
const DIRECTORY_ENTRY = 0x02_01_4b_50
const STORED = 0
const DEFLATED = 8

/**
 * Unpacks every part once with a limit, before anything else does without one: a file of kilobytes may claim to be small
 * and grow to gigabytes. Throws InvalidInputError for whatever is no sound archive of a sensible size.
 */
export function checkZip(bytes: Buffer): void {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) throw damaged()
  const parts = bytes.readUInt16LE(end + 10)
  if (parts > MOST_PARTS) throw unreadable('The workbook has too many parts')
  let at = bytes.readUInt32LE(end + 16)
  let left = MOST_UNPACKED
  for (let part = 0; part < parts; part += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged()
    left -= unpackedSize(bytes, at, left)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

function unpackedSize(bytes: Buffer, entry: number, most: number): number {
  const method = bytes.readUInt16LE(entry + 10)
  const packed = bytes.readUInt32LE(entry + 20)
  const header = bytes.readUInt32LE(entry + 42)
  if (header + 30 > bytes.length) throw damaged()
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
  if (start + packed > bytes.length) throw damaged()
  if (method === STORED) return packed
  if (method !== DEFLATED) throw damaged()
  if (packed === 0) return 0
  try {
    return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    const isTooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw isTooLarge ? unreadable('The workbook is too large when it is unpacked') : damaged()
  }
}

const damaged = () => unreadable('This is no sound XLSX file')
