import { ZodError } from 'zod'
import { db } from '@/server/db/client'
import { AppError } from '@/server/errors'

/** A program with one argument, an e-mail: its answer on standard output, or one sentence on standard error and exit 1. */
export async function runWithEmail(usage: string, work: (email: string) => Promise<string>): Promise<void> {
  const [email] = process.argv.slice(2)
  try {
    if (email === undefined) throw new AppError('invalid_input', `Usage: ${usage}`)
    process.stdout.write(`${await work(email)}\n`)
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exitCode = 1
  } finally {
    await db().$disconnect()
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  if (error instanceof ZodError) return 'This is not an e-mail address.'
  return `It did not work: ${error instanceof Error ? error.message : String(error)}`
}
