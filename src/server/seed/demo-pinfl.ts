import 'server-only'
import { parsePinfl } from '@/cases/patient-id'

/** A PINFL of nobody: area 000 is never given, and the serial is the number of the demo case. */
export function madeUpPinfl(sex: 'male' | 'female', birthDate: string, serial: number): string {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const head = (year < '2000' ? 3 : 5) + (sex === 'female' ? 1 : 0)
  const body = `${head}${day}${month}${year.slice(2)}000${String(serial).padStart(3, '0')}`
  const digit = [...'0123456789'].find((last) => parsePinfl(body + last)?.isCheckDigitRight)
  if (digit === undefined) throw new Error('no check digit fits')
  return body + digit
}
