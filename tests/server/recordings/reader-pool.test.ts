import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { EcgFormatError } from '@/ecg/errors'
import { decodeSamples } from '@/ecg/samples-codec'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { writeScp } from '@/ecg/writers/scp'
import { contentsOf, ReaderPool } from '@/server/recordings/reader-pool'

/** Does what the first byte says: 1 hangs, 2 fills the memory, 3 throws, 4 leaves, anything else answers. */
const HOSTILE_PROGRAM = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ id, bytes }) => {
  const kept = []
  if (bytes[0] === 1) for (;;) {}
  if (bytes[0] === 2) for (;;) kept.push(new Array(100_000).fill(kept.length))
  if (bytes[0] === 3) throw new Error('broken')
  if (bytes[0] === 4) process.exit(1)
  parentPort.postMessage({ id, contents: { summary: { kind: 'picture', env: Object.keys(process.env) }, samples: null, embedded: null } })
})`

const folder = mkdtempSync(join(tmpdir(), 'yurak-reader-'))
const hostilePath = join(folder, 'hostile.mjs')
/** Built by the set-up of these tests, as by every start. */
const readerPath = join(process.cwd(), '.data', 'build', 'reader-thread.mjs')
const pools: ReaderPool[] = []

beforeAll(() => {
  writeFileSync(hostilePath, HOSTILE_PROGRAM)
})

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('the reader threads', () => {
  it('read a recording and leave the caller its bytes', async () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 5 })
    const bytes = writeScp(recording)
    const lengthBytes = bytes.length
    const { summary, samples } = contentsOf(await poolOf(readerPath).read(bytes, 'samples'))
    expect(summary).toMatchObject({ kind: 'waveform', format: 'scp-ecg', durationMs: 10_000, isSynthetic: true })
    expect(samples && decodeSamples(samples).leads[0]?.samplesUv).toEqual(recording.leads[0]?.samplesUv)
    expect(bytes).toHaveLength(lengthBytes)
  })

  it('say why a file cannot be read', async () => {
    const reading = poolOf(readerPath)
      .read(new Uint8Array([1, 2, 3]), 'summary')
      .then(contentsOf)
    await expect(reading).rejects.toSatisfy((error) => error instanceof EcgFormatError && error.code === 'unrecognised')
  })

  it.each([
    ['hangs', 1],
    ['fills the memory', 2],
    ['throws', 3],
    ['ends the thread', 4],
  ])('survive a file that %s, and read the next one', async (_, kind) => {
    const pool = poolOf(hostilePath)
    const hostile = pool.read(Uint8Array.of(kind), 'summary').then(contentsOf)
    const next = pool.read(Uint8Array.of(0), 'summary').then(contentsOf)
    await expect(hostile).rejects.toSatisfy(
      (error) => error instanceof EcgFormatError && error.code === 'reader_failed',
    )
    await expect(next).resolves.toMatchObject({ summary: { kind: 'picture' } })
  })

  it('answer with plain data: bundles that share them have no class in common', async () => {
    const outcome = await poolOf(readerPath).read(new Uint8Array([1, 2, 3]), 'summary')
    expect(structuredClone(outcome)).toMatchObject({ problem: { code: 'unrecognised' } })
  })

  it('see nothing of the configuration', async () => {
    const { summary } = contentsOf(await poolOf(hostilePath).read(Uint8Array.of(0), 'summary'))
    expect(summary).toMatchObject({ env: [] })
  })

  it('take more files than there are threads, each its own answer', async () => {
    const pool = poolOf(hostilePath)
    const answers = await Promise.all(Array.from({ length: 20 }, () => pool.read(Uint8Array.of(0), 'summary')))
    expect(answers).toHaveLength(20)
  })
})

function poolOf(programPath: string): ReaderPool {
  const pool = new ReaderPool(programPath, 1, 1500)
  pools.push(pool)
  return pool
}
