/**
 * How fast recordings are read: ten seconds of twelve leads at 500 Hz as a file of every format (made, and the real
 * ones where they lie), each in a process of its own so that its memory shows; then a day of three leads at 250 Hz,
 * read in pieces. `cpuMs` is the processor time of one read, collecting garbage included. Memory is the highest resident set of that process, and beside it what the program needs before it
 * reads. Prints JSON.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { basename, join } from 'node:path'
import { withFileSources } from '@/cli/ecg/file-source'
import type { NamedFile } from '@/ecg/formats/wfdb'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import { openEcgStream } from '@/ecg/streaming/open-ecg-stream'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { madeFiles } from '../support/made-files'
import { DAY_FORMATS, writeDay } from '../support/make-day'
import { summary } from './measure'

const DATA = process.env.ECG_DATA_DIR ?? join(process.cwd(), '..', 'shared', 'ecg')
const WARM_UP_READS = 20
const READS = 100
/** Recordings of about ten seconds, each with its files. */
const REAL: readonly (readonly string[])[] = [
  ['scp/Example_clark_v20.scp'],
  ['scp/contec_demo.scp'],
  ['dicom/waveform_ecg_pydicom.dcm'],
  ['dicom/test_ecg_dcmwaveform.dcm'],
  ['aecg/hl7_Example_aECG.xml'],
  ['aecg/cvrg_hl7aecg-Example2.xml'],
  ['muse/braveheart_example1.xml'],
  ['philips/103_129DYPRG.XML'],
  ['philips/104_3191723_ZZDEMOPTONLY_orig.xml'],
  ['edf/derived_ludb_24_edf_uV.edf'],
  ['wfdb/ludb/24.hea', 'wfdb/ludb/24.dat'],
]

const [task, ...subject] = process.argv.slice(2)
const TASKS: Readonly<Record<string, () => Promise<object>>> = {
  made: () => parse(madeFilesOf(subject[0] ?? '')),
  real: () => parse(subject.map((path) => ({ name: basename(path), bytes: readFileSync(join(DATA, path)) }))),
  day: () => readDay(subject),
}
console.log(JSON.stringify(await (TASKS[task ?? ''] ?? all)(), null, task === undefined ? 2 : undefined))

async function all() {
  const made = madeFiles(recording()).map(({ formatId, files }) => ({
    file: 'made',
    bytes: sizeOf(files),
    ...inOwnProcess('made', [formatId]),
  }))
  const present = REAL.filter((paths) => paths.every((path) => existsSync(join(DATA, path))))
  const real = present.map((paths) => ({
    file: paths[0],
    bytes: paths.reduce((sum, path) => sum + statSync(join(DATA, path)).size, 0),
    ...inOwnProcess('real', paths),
  }))
  return {
    bench: 'ecg',
    at: new Date().toISOString(),
    machine: {
      cpu: cpus()[0]?.model,
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    },
    readsEach: READS,
    tenSecondsOfTwelveLeads: [...made, ...real],
    dayOfThreeLeads: days(),
  }
}

function days() {
  const folder = mkdtempSync(join(tmpdir(), 'yurak-day-'))
  try {
    return DAY_FORMATS.map((form) => {
      const paths = writeDay(form, folder)
      const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0)
      const figures = inOwnProcess('day', paths)
      for (const path of paths) rmSync(path)
      return { form, bytes, ...figures }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function inOwnProcess(name: string, args: readonly string[]): object {
  const [program = ''] = process.argv.slice(1)
  const { stdout, status } = spawnSync(process.execPath, [program, name, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return status === 0 ? JSON.parse(stdout) : { failed: true }
}

async function parse(files: readonly NamedFile[]) {
  const before = peakMib()
  const started = performance.now()
  const reading = readEcgFiles(files)
  const firstMs = performance.now() - started
  const afterFirst = peakMib()
  for (let read = 0; read < WARM_UP_READS; read++) readEcgFiles(files)
  const times: number[] = []
  const cpuBefore = process.cpuUsage()
  for (let read = 0; read < READS; read++) {
    const readAt = performance.now()
    readEcgFiles(files)
    times.push(performance.now() - readAt)
  }
  const cpu = process.cpuUsage(cpuBefore)
  const { p50Ms, p95Ms, maxMs } = summary(times, 1, 0)
  return {
    format: reading.kind === 'waveform' ? reading.recording.format : reading.kind,
    firstMs: Math.round(firstMs * 10) / 10,
    medianMs: p50Ms,
    p95Ms,
    maxMs,
    cpuMs: Math.round((cpu.user + cpu.system) / READS / 100) / 10,
    memoryMib: { before, afterFirst, peak: peakMib() },
  }
}

/** Every sample of every lead is looked at. */
async function readDay(paths: readonly string[]) {
  const before = peakMib()
  const started = performance.now()
  const figures = await withFileSources(paths, async (sources) => {
    const stream = await openEcgStream(sources)
    let samples = 0
    let highestUv = 0
    for await (const { samplesUv } of stream.blocks()) {
      for (const lead of samplesUv) {
        samples += lead.length
        for (let index = 0; index < lead.length; index++) highestUv = Math.max(highestUv, lead[index] ?? 0)
      }
    }
    const hours = stream.sampleCount / stream.sampleRateHz / 3600
    return { format: stream.format, hours, leads: stream.leads.length, samples, highestUv }
  })
  return { ...figures, ms: Math.round(performance.now() - started), memoryMib: { before, peak: peakMib() } }
}

function recording() {
  return makeEcg({ scenario: 'normal', seed: 1 }).recording
}

function madeFilesOf(formatId: string): readonly NamedFile[] {
  return madeFiles(recording()).find((made) => made.formatId === formatId)?.files ?? []
}

function sizeOf(files: readonly NamedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

/** The highest resident set so far. */
function peakMib(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
