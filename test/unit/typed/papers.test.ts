import { expect, test } from 'vitest'
import { readDriverLicence, readVehiclePaper, readVin } from '../../../typed/papers.ts'
import { readWeightKg } from '../../../typed/weight.ts'

test("a driver's licence is four and six, old ones with letters", () => {
  expect(readDriverLicence('9912345678')).toBe('99 12 345678')
  expect(readDriverLicence('99 12 № 345678')).toBe('99 12 345678')
  expect(readDriverLicence('77 ab 123456')).toBe('77 АВ 123456')
  expect(['', '991234567', 'А912345678', '99 1I 345678'].filter((text) => readDriverLicence(text) !== null)).toEqual([])
})

test('a VIN has seventeen signs and neither I, O nor Q', () => {
  expect(readVin('xtc 53229 r51234567')).toBe('XTC53229R51234567')
  expect(readVin('ХТС53229R51234567')).toBe('XTC53229R51234567')
  expect(['XTC53229R5123456', 'XTO53229R51234567', 'XTI53229R51234567'].filter((text) => readVin(text))).toEqual([])
})

test('a paper of a vehicle is its certificate or its VIN', () => {
  expect(readVehiclePaper('99 22 123456')).toEqual({ kind: 'certificate', text: '99 22 123456' })
  expect(readVehiclePaper('XTC53229R51234567')).toEqual({ kind: 'vin', text: 'XTC53229R51234567' })
  expect(readVehiclePaper('позже')).toBeNull()
})

test('a weight is tonnes unless it can only be kilograms', () => {
  expect(readWeightKg('20')).toBe(20_000)
  expect(readWeightKg('20т')).toBe(20_000)
  expect(readWeightKg('1,5 т')).toBe(1500)
  expect(readWeightKg('20 000')).toBe(20_000)
  expect(readWeightKg('900 кг')).toBe(900)
  expect(['', '0', 'много', '-5', '300000'].filter((text) => readWeightKg(text) !== null)).toEqual([])
})
