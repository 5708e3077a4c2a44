import 'server-only'

/** The number that people say on the phone: `YK-26-00042`, year of creation in Tashkent and a running number. */
export function caseNumber(row: { readonly number: number; readonly createdAt: Date }): string {
  const year = new Date(row.createdAt.getTime() + 5 * 3_600_000).getUTCFullYear() % 100
  return `YK-${String(year).padStart(2, '0')}-${String(row.number).padStart(5, '0')}`
}

/** The running number in what somebody typed, or null: `YK-26-00042`, `00042` and `42` are the same. */
export function parseCaseNumber(text: string): number | null {
  const digits = /^(?:YK-?\d{2}-?)?0*(\d{1,9})$/i.exec(text.trim())?.[1]
  return digits === undefined ? null : Number(digits)
}
