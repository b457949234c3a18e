import { Hono } from 'hono'
import type { Portal } from '../portal.ts'
import { errorBody, toRestError } from '../rules/answer.ts'
import { RestError } from '../rules/errors.ts'
import { readTicket } from '../rules/disk/tickets.ts'

const badToken = (): RestError => new RestError(403, 'INVALID_CREDENTIALS', 'Invalid request credentials')

/** The addresses that the disk gives out: a file is brought by a form, and fetched, without another token. */
export function diskRoutes(portal: Portal): Hono {
  const app = new Hono()

  app.post('/rest/upload.json', async (context) => {
    try {
      portal.limiter.take()
      const ticket = readTicket(portal, context.req.query('token') ?? '')
      if (ticket?.deed !== 'upload') throw badToken()
      const form = await context.req.formData().catch(() => null)
      const file = form?.get('file')
      if (!(file instanceof File)) throw new RestError(400, 'ERROR_ARGUMENT', 'Invalid value of parameter {file}')
      const content = Buffer.from(await file.arrayBuffer()).toString('base64')
      const { id, userId, generateUniqueName } = ticket
      const answer = await portal.call({ kind: 'user', userId }, 'disk.folder.uploadfile', {
        id,
        data: { NAME: file.name },
        fileContent: [file.name, content],
        generateUniqueName,
      })
      return context.json({ result: answer.result })
    } catch (error) {
      const refusal = toRestError(error)
      return context.json(errorBody(refusal), refusal.status as 400)
    }
  })

  app.get('/rest/download.json', (context) => {
    const ticket = readTicket(portal, context.req.query('token') ?? '')
    const file = ticket?.deed === 'download' ? portal.state.files.objects.get(ticket.id) : null
    if (!file) return context.json(errorBody(badToken()), 403)
    return context.body(Buffer.from(file.content, 'base64'), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
  })

  return app
}
