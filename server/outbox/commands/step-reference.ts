import { z } from 'zod'
import { DeliveryRefusedError, type Delivery } from '../command.ts'

/** An item of the portal that is there already, or the one that an earlier step of the same chain makes. */
export const stepReference = z.union([
  z.object({ id: z.number().int().positive() }),
  /** Position of that step. */
  z.object({ step: z.number().int().min(0) }),
])
export type StepReference = z.infer<typeof stepReference>

/** The id it stands for. Throws DeliveryRefusedError where the step made nothing. */
export async function referredId(
  { earlier }: Pick<Delivery<unknown>, 'earlier'>,
  reference: StepReference,
): Promise<number> {
  if ('id' in reference) return reference.id
  const id = await earlier(reference.step)
  if (id === null) throw new DeliveryRefusedError('dependency_refused', 'The item it belongs to was not made')
  return id
}
