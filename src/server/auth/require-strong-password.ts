import 'server-only'
import { AppError } from '../errors'
import { passwordFault } from './password'

const SENTENCES = {
  password_short: 'The new password needs at least 12 characters.',
  password_long: 'The new password may have at most 128 characters.',
  password_common: 'The new password is too easy to guess.',
} as const

export function requireStrongPassword(newPassword: string, context: readonly (string | null)[]): void {
  const fault = passwordFault(
    newPassword,
    context.filter((text) => text !== null),
  )
  if (fault) throw new AppError('weak_password', SENTENCES[fault], [{ path: 'newPassword', code: fault }])
}
