/** A telephone number as a link: only digits and the plus sign count. */
export function telHref(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`
}
