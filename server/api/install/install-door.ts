import { NotAllowedError } from '../../errors.ts'
import type { Installer } from '../../install/installer.ts'
import { verifyPortal, type VerifySettings } from '../../install/verify-portal.ts'
import type { MapDesk } from '../../install/map-desk.ts'
import type { InstallDoor } from '../api-context.ts'

/** The installer as the endpoints see it: a start does not wait for the end. */
export function createInstallDoor(
  installer: Installer,
  map: MapDesk,
  settings: VerifySettings,
  onFailure: (error: unknown, memberId: string) => void,
): InstallDoor {
  return {
    async firstContact(posted) {
      if (!posted.oauthEndpoint)
        throw new NotAllowedError('portal_unknown', 'The portal did not say which authorization server is its own')
      await verifyPortal(
        {
          memberId: posted.memberId,
          accessToken: posted.accessToken,
          refreshToken: posted.refreshToken,
          expiresIn: posted.expiresInSeconds,
          serverEndpoint: posted.oauthEndpoint,
          applicationToken: posted.applicationToken,
        },
        settings,
      )
    },
    state: installer.state,
    map,
    async start(memberId) {
      installer.start(memberId).catch((error: unknown) => onFailure(error, memberId))
    },
    watch: installer.watch,
  }
}
