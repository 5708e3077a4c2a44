/** `docs/formats.md`: what is read, tried on every recording that lies beside the project and compared with what else reads it. */
import { EcgFormatError } from '@/ecg/errors'
import { FORMAT_NOTES } from '@/ecg/formats/format-notes'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import { type Comparison, comparisons, type Difference } from './format-oracles'
import { recordingFiles, recordingPaths } from './real-recordings'

/** Texts of six digits are as exact. */
const EQUAL_UV = 0.01
/** The kinds that are pictures. */
const PICTURES = ['jpeg', 'png', 'pdf']

const HEAD = `# Formats
Printed by \`npm run --silent formats\`, which reads every recording beside the project (\`../shared/ecg\`, or \`ECG_DATA_DIR\`) and compares samples with other readers where they are installed (pydicom, biosig) and with the same ECG in another container. Those recordings are no part of the project. "Can be told" means that a person adds what the file does not say.
`

type Outcome = {
  readonly path: string
  readonly formatId: string
  readonly code: string | null
  readonly answer: string
}

export function formatsDocument(): string {
  const outcomes = recordingPaths().map(outcomeOf)
  const compared = comparisons()
  const rows = Object.keys(FORMAT_NOTES).map((id) => rowOf(id, outcomes, compared))
  const refused = outcomes.filter(({ code }) => code !== null)
  return [
    HEAD,
    table(['Format', 'Read', 'Left out', 'Recordings tried', 'Oracle and result'], rows),
    '## Refused by name',
    'Nothing of these is shown as a trace; in the product the file is kept and the reason is said.\n',
    table(
      ['File', 'Code', 'What is said'],
      refused.map(({ path, code, answer }) => [path, code ?? '', answer]),
    ),
  ].join('\n')
}

function outcomeOf(path: string): Outcome {
  try {
    const reading = readEcgFiles(recordingFiles(path))
    if (reading.kind === 'waveform') return { path, formatId: reading.recording.format, code: null, answer: 'read' }
    return { path, formatId: reading.embedded ? 'dicom' : 'picture', code: null, answer: 'a picture' }
  } catch (error) {
    if (!(error instanceof EcgFormatError)) throw error
    const formatId = PICTURES.includes(error.formatId) ? 'picture' : error.formatId
    return { path, formatId, code: error.code, answer: error.reason }
  }
}

function rowOf(id: string, outcomes: readonly Outcome[], compared: readonly Comparison[]): string[] {
  const note = FORMAT_NOTES[id]
  const own = outcomes.filter(({ formatId }) => formatId === id)
  return [
    `${note?.name} (\`${id}\`)`,
    note?.read ?? '',
    note?.leftOut ?? '',
    triedText(own),
    comparisonText(compared.filter(({ formatId }) => formatId === id)),
  ]
}

function triedText(own: readonly Outcome[]): string {
  if (own.length === 0) return 'made ones only'
  const codes = own.flatMap(({ code }) => code ?? [])
  const counts = [...new Set(codes)].sort().map((code) => `${codes.filter((other) => other === code).length} ${code}`)
  const refused = counts.length === 0 ? '' : `, refused: ${counts.join(', ')}`
  return `${own.length}: ${own.length - codes.length} read${refused}`
}

function comparisonText(compared: readonly Comparison[]): string {
  if (compared.length === 0) return 'made files of known samples'
  return compared
    .map(({ recording, oracle, difference }) => `${recording} and ${oracle}: ${differenceText(difference)}`)
    .join('; ')
}

function differenceText(difference: Difference | null): string {
  if (difference === null) return 'not installed'
  const { leadCount, worstUv, moreSamples } = difference
  if (leadCount === 0 || !Number.isFinite(worstUv)) return 'DIFFERENT'
  const amount = worstUv <= EQUAL_UV ? 'equal' : `within ${Math.ceil(worstUv * 100) / 100} µV`
  const more =
    moreSamples === 0 ? '' : ` (samples: ${Math.abs(moreSamples)} ${moreSamples > 0 ? 'more' : 'fewer'} there)`
  return `${amount} in ${leadCount} leads${more}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return `${[line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')}\n`
}
