import { B24OAuth, EnumAppStatus } from '@bitrix24/b24jssdk'

export interface FetchListSettings {
  portalUrl: string
  clientId: string
  clientSecret: string
  token: { accessToken: string; refreshToken: string }
  entityTypeId: number
  /** How many times faster than in life the portal's clock runs; the SDK's own limiter has to know. */
  scale: number
  /** It stops after so many rows. */
  most: number
}

/** Rows a second (of the portal's clock) of the vendor's own `fetchList`, with the limits it is meant for. */
export async function fetchListRowsPerSecond(settings: FetchListSettings): Promise<number> {
  const { portalUrl, clientId, clientSecret, token, scale, most } = settings
  const client = new B24OAuth(
    {
      applicationToken: '',
      userId: 1,
      memberId: 'bench',
      ...token,
      expires: 32_503_680_000,
      expiresIn: 3600,
      scope: '',
      domain: new URL(portalUrl).host,
      clientEndpoint: `${portalUrl}/rest`,
      serverEndpoint: `${portalUrl}/oauth-server/rest/`,
      status: EnumAppStatus.Local,
    },
    { clientId, clientSecret },
    { restrictionParams: { rateLimit: { burstLimit: 50, drainRate: 2 * scale, adaptiveEnabled: false } } },
  )
  const began = performance.now()
  let rows = 0
  const pages = client.actions.v2.fetchList.make<{ id: number }>({
    method: 'crm.item.list',
    params: { entityTypeId: settings.entityTypeId, select: ['*'] },
    idKey: 'id',
    customKeyForResult: 'items',
    requestId: 'bench-import',
  })
  for await (const page of pages) {
    rows += page.length
    if (rows >= most) break
  }
  return rows / (((performance.now() - began) / 1000) * scale)
}
