/** Text into columns of numbers and the lines before them. An empty cell is NaN. */
import { EcgFormatError } from '../../errors'
import { isBlank, numberIn } from '../number-list'

const SNIFFED_BYTES = 16_384
const FEWEST_ROWS = 3
const MAX_COLUMNS = 256
const MAX_CELLS = 20_000_000
/** An hour at 1000 Hz. */
const MAX_ROWS = 3_600_000
const NUMBER = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?`
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const COMMA = 0x2c
const COMMA_NUMBER = String.raw`[-+]?\d+,\d+`

export type NumberTable = {
  /** Before the numbers, comment marks removed. */
  readonly head: readonly string[]
  readonly delimiter: string | RegExp
  readonly columns: readonly Float64Array[]
}

/** Text whose later lines are rows of numbers; the beginning may be words. */
export function isNumberTable(bytes: Uint8Array): boolean {
  const start = decode(bytes.subarray(0, SNIFFED_BYTES))
  if (start.includes('\0') || start.includes('\ufffd') || /^\s*[<{[]/.test(start)) return false
  const lines = start.split(/\r\n|\n|\r/)
  const whole = bytes.length > SNIFFED_BYTES ? lines.slice(0, -1) : lines
  const filled = whole.filter((line) => line.trim() !== '')
  return filled.length >= FEWEST_ROWS && filled.slice(-FEWEST_ROWS).every(isNumberRow)
}

export function parseTable(formatId: string, bytes: Uint8Array): NumberTable {
  const text = decode(bytes)
  const { head, dataStart } = splitHead(formatId, text)
  const starts = rowStarts(formatId, text, dataStart)
  const isLastOpen = endOfLine(text, starts.at(-1) ?? 0) === text.length
  const delimiter = delimiterOf(text, isLastOpen && starts.length > 1 ? starts.slice(0, -1) : starts)
  const columnCount = cellsOf(rowAt(text, starts[0] ?? 0), delimiter).length
  if (columnCount > MAX_COLUMNS || starts.length * columnCount > MAX_CELLS) {
    throw tooLong(formatId)
  }
  const columns = Array.from({ length: columnCount }, () => new Float64Array(starts.length))
  for (const [row, start] of starts.entries()) {
    if (isLastOpen && row === starts.length - 1 && isCut(cellsOf(rowAt(text, start), delimiter), columnCount)) {
      throw new EcgFormatError(formatId, 'truncated', 'the last row ends before its numbers do')
    }
    fillRow(formatId, columns, row, text, start, delimiter)
  }
  return { head: head.map((line) => line.replace(/^\s*#+/, '').trim()), delimiter, columns }
}

/** The lines before the first two rows of numbers that follow each other. */
function splitHead(formatId: string, text: string): { head: readonly string[]; dataStart: number } {
  const head: string[] = []
  for (let start = 0; start < text.length; start = nextLine(text, start)) {
    const line = rowAt(text, start)
    if (isNumberRow(line) && isNumberRow(rowAt(text, nextLine(text, start)))) return { head, dataStart: start }
    head.push(line)
  }
  throw new EcgFormatError(formatId, 'no_waveform', 'the file holds no rows of numbers')
}

/** Where the lines that are not blank begin. */
function rowStarts(formatId: string, text: string, dataStart: number): readonly number[] {
  const starts: number[] = []
  for (let start = dataStart; start < text.length; start = nextLine(text, start)) {
    let index = start
    while (index < text.length && !isLineEnd(text, index) && isBlank(text.charCodeAt(index))) index += 1
    if (index < text.length && !isLineEnd(text, index)) starts.push(start)
    if (starts.length > MAX_ROWS) throw tooLong(formatId)
  }
  return starts
}

function tooLong(formatId: string): EcgFormatError {
  return new EcgFormatError(formatId, 'unsupported', 'the recording is longer or wider than can be read whole')
}

function rowAt(text: string, start: number): string {
  return text.slice(start, endOfLine(text, start))
}

function endOfLine(text: string, start: number): number {
  let end = start
  while (end < text.length && !isLineEnd(text, end)) end += 1
  return end
}

function nextLine(text: string, start: number): number {
  const end = endOfLine(text, start)
  return text.startsWith('\r\n', end) ? end + 2 : end + 1
}

function isLineEnd(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code === LINE_FEED || code === CARRIAGE_RETURN
}

export function cellsOf(line: string, delimiter: string | RegExp): string[] {
  return line.trim().split(delimiter)
}

/** A last row that no line end closes and that stops inside a number or before its last column. */
function isCut(cells: readonly string[], columnCount: number): boolean {
  return cells.length < columnCount || /[-+.,e]$/i.test(cells.at(-1) ?? '')
}

function fillRow(
  formatId: string,
  columns: readonly Float64Array[],
  row: number,
  text: string,
  start: number,
  delimiter: string | RegExp,
): void {
  const mark = typeof delimiter === 'string' ? delimiter.charCodeAt(0) : null
  const end = trimmedEnd(text, start, endOfLine(text, start))
  let cellStart = trimmedStart(text, start, end)
  let column = 0
  while (cellStart <= end) {
    let cellEnd = cellStart
    while (cellEnd < end && !isBetween(text.charCodeAt(cellEnd), mark)) cellEnd += 1
    const values = columns[column]
    if (!values) break
    values[row] = cellIn(formatId, text, trimmedStart(text, cellStart, cellEnd), cellEnd, mark !== COMMA)
    column += 1
    cellStart = mark === null && cellEnd < end ? trimmedStart(text, cellEnd, end) : cellEnd + 1
  }
  if (column !== columns.length || cellStart <= end) {
    throw new EcgFormatError(formatId, 'malformed', 'the rows differ in their number of columns')
  }
}

/** NaN for an empty cell. */
function cellIn(formatId: string, text: string, start: number, untrimmedEnd: number, hasDecimalComma: boolean): number {
  const end = trimmedEnd(text, start, untrimmedEnd)
  if (start >= end) return Number.NaN
  const value = numberIn(text, start, end, hasDecimalComma)
  if (!Number.isFinite(value)) throw new EcgFormatError(formatId, 'malformed', 'the samples are not numbers')
  return value
}

function isBetween(code: number, mark: number | null): boolean {
  return mark === null ? isBlank(code) : code === mark
}

function trimmedStart(text: string, start: number, end: number): number {
  let index = start
  while (index < end && isBlank(text.charCodeAt(index))) index += 1
  return index
}

function trimmedEnd(text: string, start: number, end: number): number {
  let index = end
  while (index > start && isBlank(text.charCodeAt(index - 1))) index -= 1
  return index
}

function isNumberRow(line: string): boolean {
  return /\d/.test(line) && /^[-+\d.,;\teE ]+$/.test(line) && !/^\s*[eE]/.test(line)
}

/**
 * A comma is the decimal mark where another mark separates the columns, or where every row is one
 * number with it and some row has none: columns would not come and go.
 */
function delimiterOf(text: string, starts: readonly number[]): string | RegExp {
  const first = rowAt(text, starts[0] ?? 0)
  const marked = [';', '\t'].find((mark) => first.includes(mark))
  if (marked) return marked
  if (!starts.some((start) => rowAt(text, start).includes(','))) return /\s+/
  const single = new RegExp(`^\\s*(?:${COMMA_NUMBER}|${NUMBER})\\s*$`)
  const isDecimal =
    starts.every((start) => single.test(rowAt(text, start))) &&
    starts.some((start) => !rowAt(text, start).includes(','))
  return isDecimal ? ';' : ','
}

function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes)
}
