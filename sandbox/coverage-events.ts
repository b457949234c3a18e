/** Where an event is knowingly unlike its documentation; without `paths` it never happens here. */
export interface EventDeviation {
  events: string[]
  paths?: string[]
  reason: string
}

const words = (text: string): string[] => text.trim().split(/\s+/)

const ofBots = words(`access_token expires expires_in scope domain server_endpoint status client_endpoint member_id
  refresh_token user_id client_id application_token`)
const ofMessages = words(`PUSH PUSH_IMPORTANT RECENT_SKIP_AUTHOR CONVERT SKIP_COMMAND SKIP_COUNTER_INCREMENTS
  SILENT_CONNECTOR SKIP_CONNECTOR IMPORTANT_CONNECTOR NO_SESSION_OL FAKE_RELATION SKIP_URL_INDEX COMMAND_CONTEXT
  PLATFORM_CONTEXT`)

/** Held against the documented events by a test: what is not here must be as documented. */
export const eventDeviations: EventDeviation[] = [
  {
    events: ['ONIMBOTJOINCHAT', 'ONIMBOTMESSAGEADD', 'ONIMBOTMESSAGEDELETE', 'ONIMBOTMESSAGEUPDATE'],
    paths: [
      ...ofBots.flatMap((name) => [`data.BOT.{}.${name}`, `data.BOT.{}.AUTH.${name}`]),
      ...ofMessages.map((name) => `data.PARAMS.${name}`),
      'auth.expires',
    ],
    reason: "the bot's own tokens are those of `auth`; switches of sending are not kept",
  },
  {
    events: [
      'ONIMBOTDELETE',
      'ONIMCONNECTORLINEDELETE',
      'ONIMCONNECTORMESSAGEADD',
      'ONIMCONNECTORMESSAGEDELETE',
      'ONIMCONNECTORMESSAGEUPDATE',
      'ONIMCONNECTORSTATUSDELETE',
    ],
    paths: ['auth.expires'],
    reason: 'the shared table of `auth` has no such key; a few examples do',
  },
  {
    events: [
      'ONIMCONNECTORDIALOGFINISH',
      'ONIMCONNECTORDIALOGSTART',
      'ONOPENLINEMESSAGEADD',
      'ONOPENLINEMESSAGEDELETE',
      'ONOPENLINEMESSAGEUPDATE',
    ],
    paths: ['eventId'],
    reason: 'everywhere else it is event_handler_id',
  },
]
