/** Files that we know but do not read, so that the refusal can say what they are. */
import { asciiAt } from '../bytes'
import { rootNameOf } from './xml-tree'

type UnreadFormat = { readonly reason: string; readonly sniff: (bytes: Uint8Array) => boolean }

const startsWith =
  (signature: string, offset = 0) =>
  (bytes: Uint8Array) =>
    asciiAt(bytes, offset, signature.length) === signature

const UNREAD_FORMATS: readonly UnreadFormat[] = [
  { reason: 'this is a HEIC or AVIF photo; send it as JPEG or PNG', sniff: startsWith('ftyp', 4) },
  { reason: 'this is a GIF picture; send it as JPEG or PNG', sniff: startsWith('GIF8') },
  { reason: 'this is a WebP picture; send it as JPEG or PNG', sniff: startsWith('WEBP', 8) },
  { reason: 'this is a TIFF picture; send it as JPEG or PNG', sniff: startsWith('II*\0') },
  { reason: 'this is a TIFF picture; send it as JPEG or PNG', sniff: startsWith('MM\0*') },
  { reason: 'this is a BMP picture; send it as JPEG or PNG', sniff: startsWith('BM') },
  { reason: 'this is a compressed archive; send the files in it', sniff: startsWith('PK\x03\x04') },
  { reason: 'this is a compressed archive; send the file in it', sniff: startsWith('\x1f\x8b') },
  { reason: 'this is the own format of a Contec device; export it as SCP-ECG or PDF', sniff: isContec },
  { reason: 'this is a web page, not an ECG', sniff: (bytes) => rootNameOf(bytes)?.toLowerCase() === 'html' },
  { reason: 'this is an SVG drawing, not an ECG recording', sniff: (bytes) => rootNameOf(bytes) === 'svg' },
  { reason: 'this is an XML file of a kind that is not read here', sniff: (bytes) => rootNameOf(bytes) !== null },
]

export function reasonWhyUnread(bytes: Uint8Array): string {
  return UNREAD_FORMATS.find(({ sniff }) => sniff(bytes))?.reason ?? 'the file is of no kind that is read here'
}

/** Seven digits, then the date and the time of the recording as text. */
function isContec(bytes: Uint8Array): boolean {
  return /^\d{7}\0{3}\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}:\d{2}\0/.test(asciiAt(bytes, 0, 40))
}
