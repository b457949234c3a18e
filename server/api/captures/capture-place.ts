import type { Role } from '../../../contract/codes.ts'
import { NotAllowedError } from '../../errors.ts'
import type { Viewer } from '../session/bearer.ts'

/** Who talks to carriers. */
export const CAPTURERS: Role[] = ['logist', 'manager', 'head', 'director', 'admin']

/** Names where a talk is captured: in a call, or in the card the session was opened for. Throws NotAllowedError. */
export function capturePlace(viewer: Pick<Viewer, 'item'>, callId: string | null): string {
  if (callId !== null) return `call ${callId}`
  if (viewer.item) return `${viewer.item.kind} ${viewer.item.id}`
  throw new NotAllowedError('no_right', 'A talk is captured in a card or in a call')
}
