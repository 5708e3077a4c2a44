import { parseArgs } from 'node:util'
import { type Command, WrongUse } from './command'
import { DESCRIPTION_HELP, DESCRIPTION_OPTIONS, DESCRIPTION_USAGE, descriptionOf } from './description-options'
import { inspect } from './inspect'

export const inspectCommand: Command = {
  usage: `inspect FILE... [--json] [--samples] [--by-lead] ${DESCRIPTION_USAGE}`,
  help: `Reads ECG files as the server does and says what is in them. Several files that belong together,
as those of a WFDB record do, are one recording; of a WFDB record the header alone will do.
  --json      one JSON value: an object for one recording, a list for several
  --samples   with the voltages in microvolts, lead by lead; null is a missing sample
  --by-lead   with the marks of each lead for itself
${DESCRIPTION_HELP}
Exit status: 0 read, 2 not readable (one of the files, or a picture), 64 wrong use.`,
  run: (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        samples: { type: 'boolean', default: false },
        'by-lead': { type: 'boolean', default: false },
        ...DESCRIPTION_OPTIONS,
      },
    })
    if (positionals.length === 0) throw new WrongUse('no file is named')
    const description = descriptionOf(values)
    const options = { isJson: values.json, withSamples: values.samples, byLead: values['by-lead'], description }
    return inspect(positionals, options).then(({ text, isRead }) => ({ output: text, isDone: isRead }))
  },
}
