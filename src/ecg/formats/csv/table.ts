/** Text into columns of numbers and the lines before them. An empty cell is NaN. */
import { EcgFormatError } from '../../errors'

const SNIFFED_BYTES = 16_384
const FEWEST_ROWS = 3
const MAX_COLUMNS = 256
const MAX_CELLS = 20_000_000
const NUMBER = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?`
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
  const lines = decode(bytes).split(/\r\n|\n|\r/)
  const from = lines.findIndex((line, index) => isNumberRow(line) && isNumberRow(lines[index + 1] ?? ''))
  if (from === -1) throw new EcgFormatError(formatId, 'no_waveform', 'the file holds no rows of numbers')
  const rows = lines.slice(from).filter((line) => line.trim() !== '')
  const isLastOpen = lines.at(-1)?.trim() !== ''
  const delimiter = delimiterOf(isLastOpen && rows.length > 1 ? rows.slice(0, -1) : rows)
  const columnCount = cellsOf(rows[0] ?? '', delimiter).length
  if (columnCount > MAX_COLUMNS || rows.length * columnCount > MAX_CELLS) {
    throw new EcgFormatError(formatId, 'unsupported', 'the recording is longer or wider than can be read whole')
  }
  const columns = Array.from({ length: columnCount }, () => new Float64Array(rows.length))
  for (const [row, line] of rows.entries()) {
    const cells = cellsOf(line, delimiter)
    if (isLastOpen && row === rows.length - 1 && isCut(cells, columnCount)) {
      throw new EcgFormatError(formatId, 'truncated', 'the last row ends before its numbers do')
    }
    fillRow(formatId, columns, row, cells)
  }
  return { head: lines.slice(0, from).map((line) => line.replace(/^\s*#+/, '').trim()), delimiter, columns }
}

export function cellsOf(line: string, delimiter: string | RegExp): string[] {
  return line.trim().split(delimiter)
}

/** A last row that no line end closes and that stops inside a number or before its last column. */
function isCut(cells: readonly string[], columnCount: number): boolean {
  return cells.length < columnCount || /[-+.,e]$/i.test(cells.at(-1) ?? '')
}

function fillRow(formatId: string, columns: readonly Float64Array[], row: number, cells: readonly string[]): void {
  if (cells.length !== columns.length) {
    throw new EcgFormatError(formatId, 'malformed', 'the rows differ in their number of columns')
  }
  for (const [column, cell] of cells.entries()) {
    const text = cell.trim()
    const value = text === '' ? Number.NaN : Number(text.replace(',', '.'))
    if (text !== '' && !Number.isFinite(value)) {
      throw new EcgFormatError(formatId, 'malformed', 'the samples are not numbers')
    }
    const values = columns[column]
    if (values) values[row] = value
  }
}

function isNumberRow(line: string): boolean {
  return /\d/.test(line) && /^[-+\d.,;\teE ]+$/.test(line) && !/^\s*[eE]/.test(line)
}

/**
 * A comma is the decimal mark where another mark separates the columns, or where every row is one
 * number with it and some row has none: columns would not come and go.
 */
function delimiterOf(rows: readonly string[]): string | RegExp {
  const first = rows[0] ?? ''
  const marked = [';', '\t'].find((mark) => first.includes(mark))
  if (marked) return marked
  if (!rows.some((row) => row.includes(','))) return /\s+/
  const single = new RegExp(`^\\s*(?:${COMMA_NUMBER}|${NUMBER})\\s*$`)
  const isDecimal = rows.every((row) => single.test(row)) && rows.some((row) => !row.includes(','))
  return isDecimal ? ';' : ','
}

function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes)
}
