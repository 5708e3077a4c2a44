/**
 * Identifiers out of the content: the same recording gives the same file, byte for byte, and another one another
 * identifier. 128 bits of a mixing hash, in the form of a UUID of version 8 (RFC 9562); not for secrets.
 */
import type { EcgRecording } from '../types'

const SEEDS = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f]

/** `purpose` keeps the identifiers of one recording apart: object, series, study. */
export function contentUuid(
  { leads, sampleRateHz, recordedAt, patient, device, reported }: EcgRecording,
  purpose: string,
) {
  const about = JSON.stringify([purpose, sampleRateHz, recordedAt, patient, device, reported, leads.map((l) => l.name)])
  const words = SEEDS.map((seed) => {
    let hash = mixAll(seed, new TextEncoder().encode(about))
    for (const { samplesUv } of leads) hash = mixAll(hash, new Uint32Array(Float32Array.from(samplesUv).buffer))
    return finish(hash)
  })
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3]
  const fixed = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17)}`
  return `${fixed.slice(0, 8)}-${fixed.slice(8, 12)}-${fixed.slice(12, 16)}-${fixed.slice(16, 20)}-${fixed.slice(20)}`
}

/** A UUID as an object identifier (ITU-T X.667): `2.25.` and the number that it is. */
export function oidOfUuid(uuid: string): string {
  return `2.25.${BigInt(`0x${uuid.replaceAll('-', '')}`)}`
}

function mixAll(start: number, values: Uint8Array | Uint32Array): number {
  let hash = start
  for (const value of values) {
    hash = Math.imul(hash ^ value, 0x01000193)
    hash = (hash << 13) | (hash >>> 19)
  }
  return hash
}

function finish(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
