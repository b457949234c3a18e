import { expect, test } from 'vitest'
import { createSeal } from '../../../server/store/seal.ts'
import { withOpenPapers, withSealedPapers } from '../../../server/store/sealed-papers.ts'

const seal = createSeal('a secret of at least thirty-two characters')
const payload = {
  companyName: 'Химтранс',
  driverName: 'Илья Громов',
  driverPhone: '+79167654321',
  driverLicence: '99 13 765432',
  vehiclePaper: 'XTC53229R57654321',
}
const step = { command: 'add-offer', subject: 'request 1 offers of 2', payload, dependsOn: [] }

test('a driver’s papers and number are sealed in a step, and the rest can be read', () => {
  const [sealed] = withSealedPapers([step], seal)
  expect(JSON.stringify(sealed)).not.toMatch(/7654321|13 765432|XTC/)
  expect(sealed!.payload).toMatchObject({ companyName: 'Химтранс', driverName: 'Илья Громов' })
  expect(withOpenPapers(sealed!.payload, seal)).toEqual(payload)
})

test('another secret opens nothing', () => {
  const [sealed] = withSealedPapers([step], seal)
  const other = createSeal('another secret of thirty-two characters')
  expect(() => withOpenPapers(sealed!.payload, other)).toThrow(/authenticate/)
})

test('what holds no papers stays as it is, and what was accepted before it was sealed can still be sent', () => {
  const plain = { ...step, payload: { text: 'Комментарий', driverPhone: null } }
  expect(withSealedPapers([plain], seal)).toEqual([plain])
  expect(withOpenPapers(payload, seal)).toEqual(payload)
  expect(withOpenPapers('text', seal)).toBe('text')
})
