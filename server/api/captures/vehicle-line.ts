import type { Vehicle } from '../../../contract/carriers.ts'
import { BODY_LABELS, LOADING_LABELS } from '../../../contract/codes.ts'

/** A vehicle as a line of the carrier base: «тент; 20 т; 86 м³; задняя, боковая; А123ВС77; 13,6 м». */
export function vehicleLine(vehicle: Vehicle): string {
  const figure = (value: number | null, unit: string) =>
    value === null ? '' : `${String(value).replace('.', ',')} ${unit}`
  const parts = [
    vehicle.body === null ? '' : BODY_LABELS[vehicle.body].ru,
    figure(vehicle.capacityKg === null ? null : vehicle.capacityKg / 1000, 'т'),
    figure(vehicle.volumeM3, 'м³'),
    vehicle.loading.map((code) => LOADING_LABELS[code].ru).join(', '),
    vehicle.plate ?? '',
    figure(vehicle.lengthM, 'м'),
  ]
  return parts.join('; ').replace(/(?:;\s*)+$/, '')
}
