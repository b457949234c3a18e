const LICENCE =
  /((?:в\s*\/?\s*у|вод[а-яё.]*\s*удост[а-яё.]*|права)\s*:?\s*№?\s*)(\d{2}\s?[0-9A-ZА-ЯЁ]{2}\s?№?\s?\d{4})(\d{2})(?!\d)/giu
const CERTIFICATE =
  /((?:стс|птс|свид[а-яё.]*)(?:\s+или\s+vin)?\s*:?\s*№?\s*)(\d{2}\s?[0-9A-ZА-ЯЁ]{2}\s?№?\s?\d{4})(\d{2})(?!\d)/giu
const VIN = /(?<![A-HJ-NPR-Z0-9])([A-HJ-NPR-Z0-9]{13})(\d{4})(?![A-HJ-NPR-Z0-9])/giu

/**
 * A comment with the papers in it told by their last figures only: «ВУ •••• 78». A portal without fields for papers
 * keeps them in the comment, and comments are read by more people than may open the card.
 */
export function withoutPapers(text: string | null): string | null {
  if (text === null) return null
  return text
    .replace(LICENCE, '$1•••• $3')
    .replace(CERTIFICATE, '$1•••• $3')
    .replace(VIN, (whole: string, hidden: string, shown: string) => (/\d/.test(hidden) ? `•••• ${shown}` : whole))
}
