import { writeSync } from 'node:fs'
import { inspect } from './ecg/inspect'

const USAGE = `Usage: npm run --silent ecg -- inspect FILE... [--json] [--samples]

Reads ECG files as the server does and says what is in them.
  --json      one JSON value: an object for one file, a list for several
  --samples   with the voltages in microvolts, lead by lead
Exit status: 0 read, 2 not readable, 64 wrong use.
`
const NOT_READABLE = 2
const WRONG_USE = 64
const STANDARD_OUTPUT = 1

process.exitCode = run(process.argv.slice(2))

function run([command, ...rest]: readonly string[]): number {
  const files = rest.filter((argument) => !argument.startsWith('--'))
  const unknown = rest.filter((argument) => argument.startsWith('--') && !['--json', '--samples'].includes(argument))
  if (command !== 'inspect' || files.length === 0 || unknown.length > 0) {
    process.stderr.write(USAGE)
    return WRONG_USE
  }
  const { text, isRead } = inspect(files, { isJson: rest.includes('--json'), withSamples: rest.includes('--samples') })
  print(text)
  return isRead ? 0 : NOT_READABLE
}

/** Synchronously and whole: a pipe must not lose the end when the process exits. */
function print(text: string): void {
  const bytes = Buffer.from(`${text}\n`)
  let offset = 0
  while (offset < bytes.length) {
    try {
      offset += writeSync(STANDARD_OUTPUT, bytes, offset)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
    }
  }
}
