import { inspect } from './ecg/inspect'

const USAGE = `Usage: npm run --silent ecg -- inspect FILE... [--json] [--samples]

Reads ECG files as the server does and says what is in them.
  --json      one JSON value: an object for one file, a list for several
  --samples   with the voltages in microvolts, lead by lead
Exit status: 0 read, 2 not readable, 64 wrong use.
`
const WRONG_USE = 64

process.exitCode = run(process.argv.slice(2))

function run([command, ...rest]: readonly string[]): number {
  const files = rest.filter((argument) => !argument.startsWith('--'))
  const unknown = rest.filter((argument) => argument.startsWith('--') && !['--json', '--samples'].includes(argument))
  if (command !== 'inspect' || files.length === 0 || unknown.length > 0) {
    process.stderr.write(USAGE)
    return WRONG_USE
  }
  return inspect(files, { isJson: rest.includes('--json'), withSamples: rest.includes('--samples') })
}
