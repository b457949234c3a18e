import { toCyrillicPlate, toLatinPlate } from './look-alikes.ts'

/** Two digits, two digits or letters of the series, six digits: a driver's licence and a registration certificate. */
const SERIES_AND_NUMBER = /^(\d{2})([\dАВЕКМНОРСТУХ]{2})(\d{6})$/

/** «99 12 345678» of a Russian driver's licence (ВУ); null when it is none. */
export function readDriverLicence(text: string): string | null {
  return seriesAndNumber(text)
}

/** «99 12 345678» of a registration certificate (СТС), or a VIN; null when it is neither. */
export function readVehiclePaper(text: string): { kind: 'certificate' | 'vin'; text: string } | null {
  const vin = readVin(text)
  if (vin) return { kind: 'vin', text: vin }
  const certificate = seriesAndNumber(text)
  return certificate === null ? null : { kind: 'certificate', text: certificate }
}

/** Seventeen signs without I, O and Q; Cyrillic look-alikes are read as Latin. */
export function readVin(text: string): string | null {
  const vin = toLatinPlate(text.toUpperCase().replaceAll(/[\s\u00A0-]/g, ''))
  return /^[A-HJ-NPR-Z\d]{17}$/.test(vin) ? vin : null
}

function seriesAndNumber(text: string): string | null {
  const typed = toCyrillicPlate(text.toUpperCase().replaceAll(/[\s\u00A0№N-]/g, ''))
  const match = SERIES_AND_NUMBER.exec(typed)
  return match && match.slice(1).join(' ')
}
