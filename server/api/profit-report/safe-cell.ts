/** A name of the portal that would be taken for a formula when the file is opened or copied: it gets an apostrophe. */
export function safeCell(text: string): string {
  return /^[\s\u00a0]*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
