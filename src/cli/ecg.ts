import { writeSync } from 'node:fs'
import { accuracyCommand } from './ecg/accuracy'
import { type Command, WrongUse } from './ecg/command'
import { convertCommand } from './ecg/convert'
import { inspectCommand } from './ecg/inspect-command'
import { renderCommand } from './ecg/render'
import { findingsCommand } from './ecg/rules/findings-command'
import { synthCommand } from './ecg/synth'

const COMMANDS: Readonly<Record<string, Command>> = {
  inspect: inspectCommand,
  convert: convertCommand,
  render: renderCommand,
  synth: synthCommand,
  accuracy: accuracyCommand,
  findings: findingsCommand,
}

const NOT_READABLE = 2
const WRONG_USE = 64
const STANDARD_OUTPUT = 1
const STANDARD_ERROR = 2

process.exitCode = await run(process.argv.slice(2))

async function run([word = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined
  if (['help', '--help', '-h'].includes(word) || (command && args.some((arg) => ['--help', '-h'].includes(arg)))) {
    print(STANDARD_OUTPUT, helpOn(command ? [command] : Object.values(COMMANDS)))
    return 0
  }
  if (!command) return refuse(word === '' ? 'say what to do' : `there is no command ${word}`, Object.values(COMMANDS))
  try {
    const { output, isDone } = await command.run(args)
    print(STANDARD_OUTPUT, output)
    return isDone ? 0 : NOT_READABLE
  } catch (error) {
    if (isWrongUse(error)) return refuse(error.message, [command])
    throw error
  }
}

function helpOn(commands: readonly Command[]): string {
  return commands.map(({ usage, help }) => `${usageLine(usage)}\n\n${help}`).join('\n\n')
}

function refuse(reason: string, commands: readonly Command[]): number {
  print(STANDARD_ERROR, [reason, ...commands.map(({ usage }) => usageLine(usage))].join('\n'))
  return WRONG_USE
}

function usageLine(usage: string): string {
  return `Usage: npm run --silent ecg -- ${usage}`
}

/** Of ours, or of the parser of options. */
function isWrongUse(error: unknown): error is Error {
  if (error instanceof WrongUse) return true
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

/** Synchronously and whole: a pipe must not lose the end when the process exits. A reader that went away is no error. */
function print(stream: number, text: string): void {
  const bytes = Buffer.from(`${text}\n`)
  let offset = 0
  while (offset < bytes.length) {
    try {
      offset += writeSync(stream, bytes, offset)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
    }
  }
}
