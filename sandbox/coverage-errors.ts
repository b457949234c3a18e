/** Documented refusals that this portal never gives, and why it cannot be brought to give them. */
export interface SilentError {
  methods: string[]
  /** As the page spells it; of texts in the place of codes the beginning is enough. */
  code: string
  reason: string
}

const pictures = ['icon', 'logo'].flatMap((kind) =>
  ['add', 'delete', 'get', 'list'].map((verb) => `crm.timeline.${kind}.${verb}`),
)

/** Held against the documented errors by a test: what is not here has been provoked, what is here cannot be. */
export const silentErrors: SilentError[] = [
  {
    methods: [
      'crm.timeline.comment.fields',
      'crm.timeline.bindings.fields',
      ...['add', 'get', 'list', 'delete'].map((verb) => `crm.timeline.logmessage.${verb}`),
      ...['save', 'get', 'delete'].map((verb) => `crm.timeline.note.${verb}`),
      ...pictures,
    ],
    code: '0',
    reason: 'the pages mean fatal errors of the server; the fault `refusal` gives any code when that is wanted',
  },
  {
    methods: ['crm.status.delete'],
    code: 'Error on deleting status.',
    reason: 'a failure of the database',
  },
  {
    methods: ['bizproc.robot.add', 'bizproc.activity.add'],
    code: 'ERROR_ACTIVITY_ADD_FAILURE',
    reason: 'a failure of the database; a code that is taken already is ERROR_ACTIVITY_ALREADY_INSTALLED',
  },
  { methods: ['messageservice.sender.add'], code: 'ERROR_SENDER_ADD_FAILURE', reason: 'a failure of the database' },
  { methods: ['imbot.register'], code: 'WRONG_REQUEST', reason: 'a failure of the database' },
  {
    methods: ['imconnector.register'],
    code: 'APPLICATION_REGISTRATION_ERROR',
    reason: 'a failure of the database',
  },
  {
    methods: ['imconnector.register'],
    code: 'NO_APPLICATION_ID',
    reason: 'a call without an application is refused before, as WRONG_AUTH_TYPE',
  },
  {
    methods: ['imbot.register'],
    code: 'ACCESS_DENIED',
    reason:
      'a webhook that names no CLIENT_ID; webhooks make no bots here, since a bot belongs to the application, and are WRONG_AUTH_TYPE',
  },
  {
    methods: ['imconnector.send.messages'],
    code: 'IMCONNECTOR_NOT_SPECIFIED_CORRECT_COMMAND',
    reason: 'the method is the command: there is no other to confuse it with',
  },
  { methods: ['imopenlines.dialog.get'], code: 'IM_NOT_INSTALLED', reason: 'a cloud portal always has its messenger' },
  {
    methods: ['crm.category.delete'],
    code: 'REMOVING_DISABLED',
    reason: "funnels of the portal's own processes, such as invoices, which are not here",
  },
  {
    methods: ['crm.timeline.comment.add', 'crm.activity.todo.add'],
    code: 'NOT_FOUND',
    reason: 'a card that is not there is OWNER_NOT_FOUND on the same page',
  },
  {
    methods: ['crm.activity.configurable.add'],
    code: 'ERROR_WRONG_APPLICATION',
    reason:
      'what is being added belongs to the application that adds it; the page has the row from the one on changing',
  },
  {
    methods: ['bizproc.task.complete'],
    code: 'ERROR_TASK_TYPE',
    reason: 'questions of kinds that cannot be answered by REST are not made here',
  },
  {
    methods: ['im.chat.user.add'],
    code: 'ACCESS_DENIED_EXTEND',
    reason: 'chats have no settings of who may add people: every member may',
  },
]
