/**
 * Huffman decoding of SCP-ECG (EN 1064, section 2 and annex C).
 *
 * A code structure has a prefix of `prefixBits`; its value is `baseValue`, or, when
 * `totalBits` is greater, the two's complement number in the bits that follow. A structure
 * whose mode switch is 0 selects table number `baseValue` instead of giving a value.
 * Prefixes are stored first bit lowest. The table count 19999 stands for the default table.
 */
import type { ByteReader } from '../../bytes'
import { EcgFormatError } from '../../errors'

const DEFAULT_TABLE_MARK = 19999
const MAX_TABLES = 64
const MAX_STRUCTURES = 4096
const MAX_PREFIX_BITS = 32
const LITERAL_8_PREFIX = 0x1ff
const LITERAL_16_PREFIX = 0x3ff

type CodeStructure = {
  readonly prefixBits: number
  readonly totalBits: number
  readonly isValue: boolean
  readonly baseValue: number
  readonly prefix: number
}

/** A binary tree: `children[2n + bit]` is the next node, or −1 − index of a structure, or 0 for no such code. */
type CodeTree = { readonly children: Int32Array; readonly structures: readonly CodeStructure[] }

export type HuffmanTables = readonly CodeTree[]

export function readHuffmanTables(reader: ByteReader): HuffmanTables {
  const tableCount = reader.u16()
  if (tableCount === DEFAULT_TABLE_MARK) return [treeOf(defaultStructures())]
  if (tableCount === 0 || tableCount > MAX_TABLES) throw malformed('the Huffman tables are not readable')
  return Array.from({ length: tableCount }, () => treeOf(readStructures(reader)))
}

/** At most `sampleCount` values: fewer where the bits run out. `unusedBytes` are whole bytes left over. */
export function decodeHuffman(
  tables: HuffmanTables,
  bytes: Uint8Array,
  sampleCount: number,
): { readonly values: Int32Array; readonly unusedBytes: number } {
  const bits = new BitReader(bytes)
  const values = new Int32Array(Math.min(sampleCount, bytes.length * 8))
  let tree = tables[0]
  let produced = 0
  while (produced < values.length) {
    if (!tree) throw malformed('the Huffman code selects a table that does not exist')
    const structure = nextStructure(tree, bits)
    if (!structure) break
    if (structure.isValue) {
      const literalBits = structure.totalBits - structure.prefixBits
      if (literalBits > bits.left) break
      values[produced] = literalBits > 0 ? bits.signed(literalBits) : structure.baseValue
      produced += 1
    } else tree = tables[structure.baseValue - 1]
  }
  return { values: values.subarray(0, produced), unusedBytes: bits.left >> 3 }
}

/** Null when the bits end inside a code. */
function nextStructure(tree: CodeTree, bits: BitReader): CodeStructure | null {
  let node = 0
  while (bits.left > 0) {
    const next: number = tree.children[node * 2 + bits.next()] ?? 0
    if (next === 0) throw malformed('the compressed samples follow no code of the table')
    if (next < 0) return tree.structures[-1 - next] ?? null
    node = next
  }
  return null
}

function readStructures(reader: ByteReader): CodeStructure[] {
  const count = reader.u16()
  if (count === 0 || count > MAX_STRUCTURES) throw malformed('the Huffman tables are not readable')
  return Array.from({ length: count }, () => {
    const prefixBits = reader.u8()
    const totalBits = reader.u8()
    const isValue = reader.u8() !== 0
    const baseValue = reader.i16()
    const prefix = reader.u32()
    if (prefixBits === 0 || prefixBits > MAX_PREFIX_BITS || totalBits < prefixBits || totalBits - prefixBits > 32) {
      throw malformed('the Huffman tables are not readable')
    }
    return { prefixBits, totalBits, isValue, baseValue, prefix }
  })
}

/** 0, ±1 … ±8 by their magnitude in ones, then literals of 8 and of 16 bits. */
function defaultStructures(): CodeStructure[] {
  const value = (prefixBits: number, baseValue: number, prefix: number, totalBits = prefixBits): CodeStructure => ({
    prefixBits,
    totalBits,
    isValue: true,
    baseValue,
    prefix,
  })
  const small = Array.from({ length: 8 }, (_, index) => {
    const magnitude = index + 1
    const ones = 2 ** magnitude - 1
    return [value(magnitude + 2, magnitude, ones), value(magnitude + 2, -magnitude, ones + 2 ** (magnitude + 1))]
  }).flat()
  return [value(1, 0, 0), ...small, value(10, 0, LITERAL_8_PREFIX, 18), value(10, 0, LITERAL_16_PREFIX, 26)]
}

function treeOf(structures: readonly CodeStructure[]): CodeTree {
  const nodes: number[] = [0, 0]
  structures.forEach((structure, index) => {
    insert(nodes, structure, index)
  })
  return { children: Int32Array.from(nodes), structures }
}

function insert(nodes: number[], { prefix, prefixBits }: CodeStructure, structureIndex: number): void {
  let node = 0
  for (let bitIndex = 0; bitIndex < prefixBits; bitIndex++) {
    const slot = node * 2 + ((prefix >>> bitIndex) & 1)
    const isLast = bitIndex === prefixBits - 1
    const present = nodes[slot] ?? 0
    if (present < 0 || (isLast && present !== 0)) throw malformed('the Huffman tables contradict themselves')
    if (isLast) nodes[slot] = -1 - structureIndex
    else if (present > 0) node = present
    else {
      node = nodes.length / 2
      nodes[slot] = node
      nodes.push(0, 0)
    }
  }
}

class BitReader {
  #position = 0
  readonly #bitCount: number

  constructor(readonly bytes: Uint8Array) {
    this.#bitCount = bytes.length * 8
  }

  get left(): number {
    return this.#bitCount - this.#position
  }

  /** The caller has looked at `left`. */
  next(): number {
    const position = this.#position
    this.#position = position + 1
    return ((this.bytes[position >> 3] ?? 0) >> (7 - (position & 7))) & 1
  }

  signed(bitCount: number): number {
    let value = 0
    for (let index = 0; index < bitCount; index++) value = (value << 1) | this.next()
    const unusedBits = 32 - bitCount
    return (value << unusedBits) >> unusedBits
  }
}

function malformed(reason: string): EcgFormatError {
  return new EcgFormatError('scp-ecg', 'malformed', reason)
}
