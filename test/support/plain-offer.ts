import { DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'

/** An offer of 87,500 roubles with VAT on the demonstration request, with nothing said that may be left out. */
export const PLAIN_OFFER = {
  load: { kind: 'request', id: DEMO_REQUEST_ID },
  rate: { minor: 8_750_000, currency: 'RUB' },
  vat: '22',
  term: null,
  body: null,
  capacityKg: null,
  vehiclePlate: null,
  trailerPlate: null,
  driverName: null,
  driverPhone: null,
  availableFromOn: null,
  validUntilAt: null,
  comment: null,
} as const
