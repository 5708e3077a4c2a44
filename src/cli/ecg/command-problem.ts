/** What went wrong with a file, in the words and the form of every command: a sentence, or one JSON object. */
import { EcgFormatError } from '@/ecg/errors'
import { EcgWriteError } from '@/ecg/writers/writer'
import type { CommandResult } from './command'
import { reportOnProblem } from './inspect-report'

export type Problem = { readonly code: string; readonly format: string | null; readonly message: string }

export class CommandProblem extends Error {
  override readonly name = 'CommandProblem'

  constructor(readonly problem: Problem) {
    super(problem.message)
  }
}

/** Does the work; what a file makes impossible is the result, with exit status 2. Anything else is thrown on. */
export async function tellingProblems(
  isJson: boolean,
  work: () => CommandResult | Promise<CommandResult>,
): Promise<CommandResult> {
  try {
    return await work()
  } catch (error) {
    const report = reportOf(error)
    if (report === null) throw error
    const { format, message, code } = report.error
    const sentence = `${format === null ? '' : `${format}: `}${message} (${code})`
    return { output: isJson ? JSON.stringify(report) : sentence, isDone: false }
  }
}

function reportOf(error: unknown) {
  if (error instanceof EcgFormatError) return reportOnProblem(error)
  if (error instanceof CommandProblem) return { error: { ...error.problem, byteOffset: null } }
  if (!(error instanceof EcgWriteError)) return null
  return { error: { code: 'cannot_write', format: error.formatId, message: error.reason, byteOffset: null } }
}
