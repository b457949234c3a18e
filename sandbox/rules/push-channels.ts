import { createHash } from 'node:crypto'
import type { Portal } from '../portal.ts'
import { formatInstant } from './time.ts'

const lifeSeconds = 12 * 60 * 60

/** A channel of the push server: opened at midnight or noon, good for half a day, the same when asked again. */
function channel(portal: Portal, type: 'shared' | 'private', owner: string): Record<string, unknown> {
  const now = Math.floor(portal.now() / 1000)
  const start = now - (now % lifeSeconds)
  const name = (kind: string): string =>
    createHash('md5').update(`${portal.memberId}/${type}/${kind}/${owner}/${start}`).digest('hex')
  return {
    id: name('id'),
    ...(type === 'private' ? { public_id: name('public') } : {}),
    start: formatInstant(start),
    end: formatInstant(start + lifeSeconds),
    type,
  }
}

/** Where an application would listen for what its server sends: addresses nothing answers at, channels as real ones. */
export function pushConfig(portal: Portal, userId: number): Record<string, unknown> {
  const host = portal.url.replace(/^https?:\/\//, '')
  const http = (path: string): string => `http://${host}/${path}/`
  const ws = (path: string): string => `ws://${host}/${path}/`
  const own = channel(portal, 'private', String(userId))
  const { start, end, public_id: publicId } = own
  return {
    server: {
      version: 4,
      // There is no push server behind it: clients are told so and fall back to asking.
      server_enabled: false,
      mode: 'personal',
      hostname: host,
      long_polling: http('sub'),
      long_pooling_secure: http('sub').replace('http', 'https'),
      websocket_enabled: false,
      websocket: ws('subws'),
      websocket_secure: ws('subws').replace('ws', 'wss'),
      publish_enabled: false,
      publish: http('pub'),
      publish_secure: http('pub').replace('http', 'https'),
      config_timestamp: 0,
    },
    api: { revision_web: 19, revision_mobile: 3 },
    channels: { shared: channel(portal, 'shared', 'all'), private: own },
    exp: Math.floor(portal.now() / 1000) + lifeSeconds,
    publicChannels: {
      [String(userId)]: {
        user_id: userId,
        public_id: publicId,
        signature: createHash('md5')
          .update(`${portal.memberId}/${String(publicId)}`)
          .digest('hex'),
        start,
        end,
      },
    },
  }
}
