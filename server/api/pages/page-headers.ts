/** Headers of every page of ours: framed by that one portal and by nobody else, kept by no cache. */
export function pageHeaders(portalOrigin: string | null): Record<string, string> {
  const frames = portalOrigin ?? "'none'"
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src 'self' 'unsafe-inline'`,
      `img-src 'self' data:`,
      `font-src 'self'`,
      `connect-src 'self'${portalOrigin ? ` ${portalOrigin}` : ''}`,
      `frame-ancestors ${frames}`,
      `base-uri 'none'`,
      // A reload posts the same form again to our own address.
      `form-action 'self'`,
    ].join('; '),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    vary: 'accept-encoding',
  }
}
