/** One word of the command line: `npm run --silent ecg -- WORD …`. */
export type Command = {
  readonly usage: string
  readonly help: string
  /** Throws `WrongUse` for arguments that make no sense. */
  readonly run: (args: readonly string[]) => CommandResult | Promise<CommandResult>
}

export type CommandResult = {
  readonly output: string
  /** False: a file could not be read or written, which is exit status 2. */
  readonly isDone: boolean
}

export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}
