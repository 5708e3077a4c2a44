/** Files that we know but do not read, so that the refusal can say what they are. */
import { asciiAt } from '../bytes'
import { EcgFormatError } from '../errors'
import { rootNameOf } from './xml-tree'

type UnreadFormat = {
  readonly id: string
  readonly code: 'unsupported' | 'unrecognised'
  readonly reason: string
  readonly sniff: (bytes: Uint8Array) => boolean
}

const startsWith =
  (signature: string, offset = 0) =>
  (bytes: Uint8Array) =>
    asciiAt(bytes, offset, signature.length) === signature

const picture = (id: string, name: string, sniff: UnreadFormat['sniff']): UnreadFormat => ({
  id,
  code: 'unsupported',
  reason: `this is a ${name} picture; send it as JPEG or PNG`,
  sniff,
})

const archive = (id: string, sniff: UnreadFormat['sniff']): UnreadFormat => ({
  id,
  code: 'unsupported',
  reason: 'this is a compressed archive; send the files in it',
  sniff,
})

const UNREAD_FORMATS: readonly UnreadFormat[] = [
  picture('heif', 'HEIC or AVIF', startsWith('ftyp', 4)),
  picture('gif', 'GIF', startsWith('GIF8')),
  picture('webp', 'WebP', startsWith('WEBP', 8)),
  picture('tiff', 'TIFF', startsWith('II*\0')),
  picture('tiff', 'TIFF', startsWith('MM\0*')),
  picture('bmp', 'BMP', startsWith('BM')),
  archive('zip', startsWith('PK\x03\x04')),
  archive('gzip', startsWith('\x1f\x8b')),
  {
    id: 'contec',
    code: 'unsupported',
    reason: 'this is the own format of a Contec device; export it as SCP-ECG or PDF',
    sniff: isContec,
  },
  {
    id: 'html',
    code: 'unrecognised',
    reason: 'this is a web page, not an ECG',
    sniff: (bytes) => rootNameOf(bytes)?.toLowerCase() === 'html',
  },
  {
    id: 'svg',
    code: 'unrecognised',
    reason: 'this is an SVG drawing, not an ECG recording',
    sniff: (bytes) => rootNameOf(bytes) === 'svg',
  },
  {
    id: 'xml',
    code: 'unrecognised',
    reason: 'this is an XML file of a kind that is not read here',
    sniff: (bytes) => rootNameOf(bytes) !== null,
  },
]

export function unreadProblem(bytes: Uint8Array): EcgFormatError {
  const known = UNREAD_FORMATS.find(({ sniff }) => sniff(bytes))
  return known
    ? new EcgFormatError(known.id, known.code, known.reason)
    : new EcgFormatError('unknown', 'unrecognised', 'the file is of no kind that is read here')
}

/** Seven digits, then the date and the time of the recording as text. */
function isContec(bytes: Uint8Array): boolean {
  return /^\d{7}\0{3}\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}:\d{2}\0/.test(asciiAt(bytes, 0, 40))
}
