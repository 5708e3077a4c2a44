import { parseArgs } from 'node:util'
import { type Command, WrongUse } from './command'
import { tellingProblems } from './command-problem'
import { DESCRIPTION_HELP, DESCRIPTION_OPTIONS, DESCRIPTION_USAGE, descriptionOf } from './description-options'
import { readRecording } from './read-recording'
import { WRITTEN_EXTENSIONS, writeRecording, writerFor } from './write-recording'

export const convertCommand: Command = {
  usage: `convert IN OUT [--json] ${DESCRIPTION_USAGE}`,
  help: `Reads one recording and writes it in the format that the extension of OUT asks for:
  ${WRITTEN_EXTENSIONS}
Of a WFDB record IN and OUT are the header; the signal file lies beside it. What a format cannot hold is left
out, never made up: WFDB and CSV hold no name, SCP-ECG, aECG and EDF+ no missing samples (they refuse).
  --json      the written files, or the problem, as one JSON object
${DESCRIPTION_HELP}
Exit status: 0 written, 2 not readable or not writable in that format, 64 wrong use.`,
  run: (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, ...DESCRIPTION_OPTIONS },
    })
    const [input, output, ...more] = positionals
    if (input === undefined || output === undefined || more.length > 0)
      throw new WrongUse('name one file and one output')
    const writer = writerFor(output)
    const description = descriptionOf(values)
    return tellingProblems(values.json, () => {
      const recording = readRecording(input, description)
      const written = writeRecording(recording, output)
      const text = `${recording.format} to ${writer.id}: ${written.join(', ')}`
      return {
        output: values.json ? JSON.stringify({ from: recording.format, format: writer.id, written }) : text,
        isDone: true,
      }
    })
  },
}
