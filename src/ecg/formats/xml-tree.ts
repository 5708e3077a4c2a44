/**
 * XML as a small tree, for the ECG formats that are XML. Safe by construction: nothing is ever
 * fetched, no entity but the five built-in ones is expanded, and a document type that declares
 * anything itself is refused. A bare ampersand is text. Character set by byte order mark, else by the XML declaration.
 */
import { SaxesParser } from 'saxes'
import { EcgFormatError } from '../errors'

const MAX_DEPTH = 100
/** Elements and attributes together; recordings with every beat annotated have some thousands. */
const MAX_PARTS = 300_000
const DECLARATION_BYTES = 200
const PROLOGUE_BYTES = 16_384

export type XmlElement = {
  /** Without its namespace prefix. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text directly in this element. */
  readonly text: string
}

type OpenElement = { name: string; attributes: Record<string, string>; children: OpenElement[]; text: string }

export function decodeXml(bytes: Uint8Array): string {
  const label = encodingOf(bytes)
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

export function parseXml(formatId: string, text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const open: OpenElement[] = []
  let root: OpenElement | null = null
  let partCount = 0
  const countPart = () => {
    partCount += 1
    if (partCount > MAX_PARTS || open.length > MAX_DEPTH) {
      throw new EcgFormatError(formatId, 'malformed', 'the file is nested too deeply or has too many elements')
    }
  }
  parser.on('attribute', countPart)
  parser.on('error', (error) => {
    throw problemOf(formatId, error.message)
  })
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw unsafe(formatId)
  })
  parser.on('opentag', ({ name, attributes }) => {
    countPart()
    const element = { name: withoutPrefix(name), attributes: { ...attributes }, children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const addText = (part: string) => {
    const element = open.at(-1)
    if (element) element.text += part
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(withSoundAmpersands(text)).close()
  if (!root) throw new EcgFormatError(formatId, 'malformed', 'the file holds no XML element')
  return root
}

/** The children along a path of names: all at the last step of every branch. */
export function descend(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (elements, name) => elements.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  )
}

/** Every element of that name, at any depth, in document order. */
export function findAll(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)])
}

/** The name of the first element, comments and declarations skipped; null for what is no XML. */
export function rootNameOf(bytes: Uint8Array): string | null {
  let rest = decodeXml(bytes.subarray(0, PROLOGUE_BYTES)).trimStart()
  for (let end = prologueEnd(rest); end > 0; end = prologueEnd(rest)) rest = rest.slice(end).trimStart()
  const name = /^<([\p{L}_][\p{L}\p{N}_.:-]*)/u.exec(rest)?.[1]
  return name === undefined ? null : withoutPrefix(name)
}

/** Where the declaration, comment or document type that `text` begins with ends; 0 where it begins with none. */
function prologueEnd(text: string): number {
  const closing = text.startsWith('<?') ? '?>' : text.startsWith('<!--') ? '-->' : null
  if (closing) return endOf(text, closing, 0)
  if (!/^<!doctype/i.test(text)) return 0
  const subset = text.indexOf('[')
  const end = endOf(text, '>', 0)
  return subset !== -1 && subset < end ? endOf(text, '>', endOf(text, ']', subset)) : end
}

/** Behind the next `mark`, or the end of the text. */
function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found === -1 ? text.length : found + mark.length
}

/** Devices write a bare `&` in a name, and control characters as references; neither is an entity. */
function withSoundAmpersands(text: string): string {
  return text.includes('&') ? text.replace(AMPERSAND, soundAmpersand) : text
}

const AMPERSAND = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|&(?:#(\d+|x[\da-f]+);|[\w.:-]+;)?/gi
const FIRST_PRINTABLE = 0x20
const BLANKS = [0x09, 0x0a, 0x0d]

function soundAmpersand(found: string, reference: string | undefined): string {
  if (found === '&') return '&amp;'
  const code = reference === undefined ? FIRST_PRINTABLE : Number(reference.replace(/^x/i, '0x'))
  return code >= FIRST_PRINTABLE || BLANKS.includes(code) ? found : ''
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const start = String.fromCharCode(...bytes.subarray(0, DECLARATION_BYTES))
  const declared = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1] ?? 'utf-8'
  return /^utf-?16/i.test(declared) ? 'utf-8' : declared
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function problemOf(formatId: string, message: string): EcgFormatError {
  if (/undefined entity/i.test(message)) return unsafe(formatId)
  const isCut = /unclosed|unexpected end/i.test(message)
  return isCut
    ? new EcgFormatError(formatId, 'truncated', 'the file ends before its contents do')
    : new EcgFormatError(formatId, 'malformed', 'the file is not well-formed XML')
}

function unsafe(formatId: string): EcgFormatError {
  return new EcgFormatError(formatId, 'forbidden_xml', 'the file defines entities of its own, which an ECG never needs')
}
