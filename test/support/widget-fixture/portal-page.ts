/**
 * A page that stands round the widget as a portal's card does: posts the form into a frame whose name the official
 * SDK reads, and answers its messages. What was asked is kept in `window.asked`, for tests.
 */
export function portalPage(options: {
  domain: string
  appUrl: string
  widget: string
  scenario: string
  language: string
  silent: boolean
}): string {
  const { domain, appUrl, widget, scenario, language, silent } = options
  const name = `${domain}|0|fixture-sid`
  const action = `${appUrl}/w/${widget}?DOMAIN=${domain}&PROTOCOL=0&LANG=${language}&APP_SID=fixture-sid&scenario=${scenario}`
  return `<!doctype html>
<html><head><meta charset="utf-8"><title>Портал</title>
<style>body{margin:0;background:#e6ebee}iframe{display:block;width:100%;height:600px;border:0}</style></head>
<body><iframe name="${name}"></iframe>
<form method="post" target="${name}" action="${action}"><input type="hidden" name="AUTH_ID" value="fixture-access"></form>
<script>
window.asked = [];
const frame = document.querySelector('iframe');
const installing = ${JSON.stringify(widget === 'install')};
window.addEventListener('message', (event) => {
  if (event.origin !== ${JSON.stringify(appUrl)} || typeof event.data !== 'string') return;
  const parts = event.data.split(':');
  const command = parts.shift(); parts.pop(); const key = parts.pop();
  const text = parts.join(':');
  const params = text ? JSON.parse(text) : null;
  window.asked.push({ command, params });
  if (${silent}) return;
  const answer = (value) => frame.contentWindow.postMessage(key + ':' + JSON.stringify(value), event.origin);
  if (command === 'getInitData') answer({ LANG: ${JSON.stringify(language)}, DOMAIN: ${JSON.stringify(domain)}, PROTOCOL: 0, PATH: '/rest',
    AUTH_ID: 'fixture-access', AUTH_EXPIRES: 3600, REFRESH_ID: 'fixture-refresh', MEMBER_ID: 'fixture-member', FIRST_RUN: false,
    IS_ADMIN: true, INSTALL: installing, USER_OPTIONS: {}, APP_OPTIONS: {}, PLACEMENT: 'CRM_DYNAMIC_1036_DETAIL_TAB', PLACEMENT_OPTIONS: { ID: '15' } });
  else if (command === 'refreshAuth') answer({ AUTH_ID: 'fixture-access-2', AUTH_EXPIRES: 3600, REFRESH_ID: 'fixture-refresh-2' });
  else if (command === 'resizeWindow') { frame.style.height = params.height + 'px'; answer({}); }
  else if (command === 'openPath') answer({ result: 'close' });
});
document.forms[0].submit();
</script></body></html>`
}
