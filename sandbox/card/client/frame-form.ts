import { element } from './element.ts'

/** Makes the browser post a form into the window of that name, as the portal opens every frame. */
export function postForm(action: string, target: string, fields: Record<string, string>): void {
  const form = element('form', '')
  form.method = 'post'
  form.action = action
  form.target = target
  form.hidden = true
  for (const [name, value] of Object.entries(fields)) {
    const input = element('input', '')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  form.submit()
  form.remove()
}
