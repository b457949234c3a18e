import type { Portal } from '../../portal.ts'
import type { CallBinding } from '../phone-calls.ts'

/** A call somebody asks for by pressing a number, or a client by a form. */
export interface WantedCall {
  userId: number
  number: string
  line: string
  crm: CallBinding | null
}

const hears = (portal: Portal, event: string): boolean =>
  portal.app?.installed === true && portal.state.eventHandlers.list().some((handler) => handler.event === event)

/**
 * Hands a pressed number to the application's exchange: registers the call and tells it to dial. An application that
 * listens counts as the one chosen for outgoing calls. Null where nobody listens: the portal's own line dials.
 */
export function dialOutside(portal: Portal, { userId, number, line, crm }: WantedCall): string | null {
  if (!hears(portal, 'ONEXTERNALCALLSTART')) return null
  const now = Math.floor(portal.now() / 1000)
  const phone = number.replaceAll(/[^\d+]/g, '')
  const { code } = portal.state.telephony.calls.add({
    code: `externalCall.${portal.random(32)}.${now}`,
    userId,
    phone,
    type: 1,
    started: now,
    entityType: crm?.type ?? '',
    entityId: crm?.id ?? 0,
    createdLead: null,
    line,
    externalId: '',
    isShown: true,
    finished: null,
  })
  portal.events.fire({
    name: 'ONEXTERNALCALLSTART',
    data: {
      PHONE_NUMBER: phone,
      PHONE_NUMBER_INTERNATIONAL: international(phone),
      EXTENSION: '',
      USER_ID: String(userId),
      CALL_LIST_ID: '0',
      LINE_NUMBER: line,
      IS_MOBILE: '0',
      CALL_ID: code,
      CRM_ENTITY_TYPE: crm?.type ?? '',
      CRM_ENTITY_ID: String(crm?.id ?? 0),
    },
    userId,
    connector: '',
  })
  return code
}

/** A client has asked to be called back: the application's exchange is told to connect him. */
export function callBackOutside(portal: Portal, { userId, number, line, crm }: WantedCall): void {
  portal.events.fire({
    name: 'ONEXTERNALCALLBACKSTART',
    data: {
      PHONE_NUMBER: number,
      TEXT: 'Заказан обратный звонок с сайта, соединяю с клиентом',
      VOICE: 'ruinternalfemale',
      CRM_ENTITY_TYPE: crm?.type ?? '',
      CRM_ENTITY_ID: String(crm?.id ?? 0),
      LINE_NUMBER: line,
    },
    userId,
    connector: '',
  })
}

const international = (phone: string): string => (/^8\d{10}$/.test(phone) ? `+7${phone.slice(1)}` : phone)
