import { plainMobile } from '../people/phones.ts'
import { fullName } from '../people/names.ts'
import { trailerPlate, truckPlate } from '../people/plates.ts'
import type { Random } from '../random.ts'
import { wheelOf } from '../random.ts'

export interface Vehicle {
  body: string
  tonnes: number
  volumeM3: number
  loading: readonly string[]
  plate: string
  trailerPlate: string | null
  driver: string
  driverPhone: string
  driverLicence: string
}

interface Model {
  tonnes: number
  volumeM3: number
}

const model = (tonnes: number, volumeM3: number): Model => ({ tonnes, volumeM3 })
const SMALL_TRUCKS = [model(1.5, 16), model(3, 22), model(5, 36), model(10, 50)]

const MODELS: Record<string, Model[]> = {
  tent: [model(20, 82), model(20, 86), model(22, 92), model(20, 90), model(21.5, 86), ...SMALL_TRUCKS],
  curtain: [model(22, 92), model(20, 90)],
  mega: [model(22, 100), model(24, 105)],
  jumbo: [model(20, 96), model(20, 110), model(20, 120)],
  van: [...SMALL_TRUCKS, model(20, 86)],
  box: [model(3, 18), model(5, 34), model(20, 86)],
  isotherm: [model(5, 34), model(10, 46), model(20, 82), model(1.5, 14)],
  reefer: [model(20, 82), model(20, 86), model(18, 82), model(20, 90), model(5, 32), model(10, 45)],
  reefer_multi: [model(20, 86)],
  container: [model(28, 33), model(26, 67)],
  flatbed: [model(20, 45), model(10, 30), model(5, 20)],
  platform: [model(22, 0), model(25, 0)],
  lowboy: [model(40, 0), model(60, 0), model(28, 0)],
  tipper: [model(25, 30), model(30, 35)],
  manipulator: [model(10, 30), model(7, 25), model(15, 35)],
  tanker: [model(25, 30), model(28, 34)],
  car_carrier: [model(16, 0)],
  grain: [model(28, 55), model(25, 50)],
  timber: [model(25, 0)],
}

const LOADING: Record<string, string[][]> = {
  tent: [
    ['rear', 'side', 'top'],
    ['rear', 'side'],
    ['rear', 'side', 'top', 'untent', 'no_crossbars'],
    ['rear', 'side', 'side_both', 'top', 'untent'],
  ],
  curtain: [['rear', 'side', 'side_both']],
  mega: [['rear', 'side', 'top', 'untent']],
  jumbo: [['rear', 'side', 'top']],
  van: [['rear'], ['rear', 'tail_lift']],
  isotherm: [['rear'], ['rear', 'tail_lift']],
  reefer: [['rear']],
  reefer_multi: [['rear']],
  flatbed: [['top', 'side', 'rear']],
  platform: [['top', 'side', 'rear']],
  lowboy: [
    ['top', 'rear', 'ramps'],
    ['top', 'ramps'],
  ],
  tipper: [['top']],
  manipulator: [['top', 'side']],
  tanker: [['pour']],
  car_carrier: [['ramps']],
  grain: [['top']],
  timber: [['top', 'side']],
}

/** What a carrier mostly owns; a fleet rarely mixes tents with reefers. */
const FLEETS = wheelOf({
  tent: 60,
  reefer: 15,
  small: 8,
  open: 5,
  lowboy: 2,
  bulk: 2,
  tanker: 1,
  manipulator: 2,
  container: 2,
  car_carrier: 0.7,
  mixed: 4,
})

const BODIES: Record<string, ReturnType<typeof wheelOf<string>>> = {
  tent: wheelOf<string>({ tent: 78, curtain: 9, mega: 6, jumbo: 4, box: 3 }),
  reefer: wheelOf<string>({ reefer: 86, isotherm: 8, reefer_multi: 6 }),
  small: wheelOf<string>({ van: 60, isotherm: 25, box: 15 }),
  open: wheelOf<string>({ flatbed: 45, platform: 45, timber: 10 }),
  lowboy: wheelOf<string>({ lowboy: 80, platform: 20 }),
  bulk: wheelOf<string>({ tipper: 55, grain: 45 }),
  tanker: wheelOf<string>({ tanker: 1 }),
  manipulator: wheelOf<string>({ manipulator: 1 }),
  container: wheelOf<string>({ container: 1 }),
  car_carrier: wheelOf<string>({ car_carrier: 1 }),
  mixed: wheelOf<string>({ tent: 55, reefer: 25, van: 20 }),
}

/** A vehicle of the body; `atLeastTonnes` keeps small trucks out of a long-haul fleet. */
export function makeVehicle(random: Random, body: string, atLeastTonnes = 0): Vehicle {
  const models = (MODELS[body] ?? [model(20, 82)]).filter((one) => one.tonnes >= atLeastTonnes)
  const { tonnes, volumeM3 } = random.pick(models)
  const { name, secondName, lastName } = fullName(random)
  return {
    body,
    tonnes,
    volumeM3,
    loading: random.pick(LOADING[body] ?? [['rear']]),
    plate: truckPlate(random),
    trailerPlate: tonnes > 10 ? trailerPlate(random) : null,
    driver: `${lastName} ${name} ${secondName}`,
    driverPhone: plainMobile(random),
    driverLicence: `99${random.integer(10, 39)} ${random.integer(100000, 999999)}`,
  }
}

export function makeFleet(random: Random): Vehicle[] {
  const bodies = BODIES[FLEETS.draw(random)]
  const size = random.chance(0.45) ? 1 : random.integer(2, 6)
  const vehicles: Vehicle[] = []
  for (let at = 0; at < size; at++) {
    const body = bodies?.draw(random) ?? 'tent'
    const longHaul = body === 'tent' || body === 'reefer' ? random.chance(0.85) : false
    vehicles.push(makeVehicle(random, body, longHaul ? 18 : 0))
  }
  return vehicles
}
