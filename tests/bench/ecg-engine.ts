/**
 * How long measuring takes: ten seconds of twelve leads at 500 Hz from bytes to numbers and findings, and the beats of a day of three
 * leads at 250 Hz read in pieces, each in a process of its own so that its memory shows. Prints JSON.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { withFileSources } from '@/cli/ecg/file-source'
import { analyse } from '@/ecg/analyse'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import { judgeRecording } from '@/ecg/rules/judge'
import { NOTHING_KNOWN } from '@/ecg/rules/rule'
import { detectBeatsInStream } from '@/ecg/streaming/detect-beats-in-stream'
import { openEcgStream } from '@/ecg/streaming/open-ecg-stream'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { madeFiles } from '../support/made-files'
import { DAY_FORMATS, writeDay } from '../support/make-day'
import { summary } from './measure'

const WARM_UP = 20
const ROUNDS = 100

const [task] = process.argv.slice(2)
const TASKS: Readonly<Record<string, () => Promise<object> | object>> = { strip, day }
const work = TASKS[task ?? '']
console.log(JSON.stringify(await (work ?? all)(), null, work ? undefined : 2))

function all() {
  return {
    bench: 'ecg-engine',
    at: new Date().toISOString(),
    machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version },
    tenSecondsOfTwelveLeads: inOwnProcess('strip'),
    dayOfThreeLeads: inOwnProcess('day'),
  }
}

function inOwnProcess(name: string): object {
  const [, program = ''] = process.argv
  const { stdout, status } = spawnSync(process.execPath, [program, name], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return status === 0 ? JSON.parse(stdout) : { failed: true }
}

/** Parsed, measured and judged each time, as at an upload. */
function strip() {
  const { recording } = makeEcg({ scenario: 'normal', seed: 1 })
  const files = madeFiles(recording).find(({ formatId }) => formatId === 'scp-ecg')?.files ?? []
  const judgeMs: number[] = []
  const once = () => {
    const reading = readEcgFiles(files)
    if (reading.kind !== 'waveform') return
    const analysis = analyse(reading.recording)
    const analysedAt = performance.now()
    judgeRecording(analysis, NOTHING_KNOWN)
    judgeMs.push(performance.now() - analysedAt)
  }
  for (let round = 0; round < WARM_UP; round++) once()
  judgeMs.length = 0
  const times: number[] = []
  const cpuBefore = process.cpuUsage()
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    once()
    times.push(performance.now() - started)
  }
  const { user, system } = process.cpuUsage(cpuBefore)
  const { p50Ms, p95Ms, maxMs } = summary(times, 1, 0)
  const cpuMs = Math.round((user + system) / ROUNDS / 100) / 10
  return { medianMs: p50Ms, p95Ms, maxMs, cpuMs, judgeMedianMs: summary(judgeMs, 1, 0).p50Ms, peakMib: peakMib() }
}

async function day() {
  const folder = mkdtempSync(join(tmpdir(), 'yurak-day-'))
  try {
    const [form] = DAY_FORMATS
    if (!form) return { failed: true }
    const paths = writeDay(form, folder)
    const started = performance.now()
    const cpuBefore = process.cpuUsage()
    const beats = await withFileSources(paths, async (sources) => {
      let count = 0
      for await (const found of detectBeatsInStream(await openEcgStream(sources))) count += found.length
      return count
    })
    const { user, system } = process.cpuUsage(cpuBefore)
    const ms = Math.round(performance.now() - started)
    return { form, beats, ms, cpuMs: Math.round((user + system) / 1000), peakMib: peakMib() }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function peakMib(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
