/**
 * Identifiers of a person in Uzbekistan.
 *
 * PINFL (JShShIR), 14 digits: century and sex · DDMMYY · area (3) · serial (3) · check digit.
 * Check digit = Σ dᵢ·wᵢ mod 10 with w = 7, 3, 1 repeating over the first 13 digits (the ICAO 9303 scheme).
 * Source: Cabinet of Ministers resolution 177 of 12.04.2022. A wrong check digit is a warning (old papers), a wrong length is not a PINFL.
 */
import type { Sex } from './values'

export type Pinfl = {
  readonly digits: string
  readonly isCheckDigitRight: boolean
  readonly sex: Sex
  /** `YYYY-MM-DD`, or null when the digits name no day. */
  readonly birthDate: string | null
}

const CENTURY: Readonly<Record<string, { century: number; sex: Sex }>> = {
  '1': { century: 1800, sex: 'male' },
  '2': { century: 1800, sex: 'female' },
  '3': { century: 1900, sex: 'male' },
  '4': { century: 1900, sex: 'female' },
  '5': { century: 2000, sex: 'male' },
  '6': { century: 2000, sex: 'female' },
}
const WEIGHTS = [7, 3, 1] as const

/** Null unless the text holds exactly 14 digits (spaces and hyphens are ignored). */
export function parsePinfl(text: string): Pinfl | null {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^\d{14}$/.test(digits)) return null
  const head = CENTURY[digits.charAt(0)]
  return {
    digits,
    isCheckDigitRight: checkDigit(digits) === Number(digits.charAt(13)),
    sex: head?.sex ?? 'unknown',
    birthDate: head ? birthDateOf(digits, head.century) : null,
  }
}

/** `3••••••••••012`: enough to compare with a card, too little to look a person up. */
export function maskPinfl(digits: string): string {
  return `${digits.charAt(0)}${'•'.repeat(10)}${digits.slice(-3)}`
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Т: 'T',
  Х: 'X',
}

/** Upper case, no separators, Cyrillic look-alikes made Latin. Null when nothing usable (4–20 letters and digits) remains. */
export function normalisePassport(text: string): string | null {
  const plain = text
    .toUpperCase()
    .replace(/[\s№-]/g, '')
    .replace(/[А-Я]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
  return /^[\p{L}\d]{4,20}$/u.test(plain) ? plain : null
}

/** An Uzbek biometric passport or ID card: two letters and seven digits. */
export function isUzbekPassport(normalised: string): boolean {
  return /^[A-Z]{2}\d{7}$/.test(normalised)
}

function checkDigit(digits: string): number {
  let sum = 0
  for (let i = 0; i < 13; i++) sum += Number(digits.charAt(i)) * (WEIGHTS[i % 3] ?? 0)
  return sum % 10
}

function birthDateOf(digits: string, century: number): string | null {
  const day = Number(digits.slice(1, 3))
  const month = Number(digits.slice(3, 5))
  const year = century + Number(digits.slice(5, 7))
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : null
}
