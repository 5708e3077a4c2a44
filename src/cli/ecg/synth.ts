import { parseArgs } from 'node:util'
import { type EcgOptions, makeEcg } from '@/ecg/synthetic/make-ecg'
import type { Noise } from '@/ecg/synthetic/noise'
import { RHYTHMS, type RhythmName } from '@/ecg/synthetic/rhythms'
import { SCENARIOS, type Scenario } from '@/ecg/synthetic/scenarios'
import { FAULTS } from '@/ecg/synthetic/suite'
import { ELECTRODE_SWAPS } from '@/ecg/synthetic/swaps'
import { type Command, type CommandResult, WrongUse } from './command'
import { tellingProblems } from './command-problem'
import { WRITTEN_EXTENSIONS, writeRecording, writerFor } from './write-recording'

export const synthCommand: Command = {
  usage: 'synth SCENARIO [--seed N] OUT | synth --list',
  help: `Makes a twelve-lead ECG of nobody and writes it in the format that the extension of OUT asks for:
  ${WRITTEN_EXTENSIONS}
The same options give the same file, byte for byte. Every file says that it is synthetic.
  --list            the scenarios, rhythms, noises, electrode swaps and faults there are
  --seed N          another heart and other noise for each whole number (1)
  --rhythm NAME     instead of the rhythm that belongs to the scenario
  --rate BPM        heart rate
  --seconds S       length (10)
  --sample-rate HZ  samples a second (500)
  --noise NAMES     none, or some of wander, muscle, mains, joined by commas (light wander and muscle)
  --swap NAME       exchanged electrodes
  --fault NAME      a fault of the machine or the electrodes
  --at TIME         the time of the recording, YYYY-MM-DDTHH:mm:ss (2000-01-01T12:00:00)
  --json            the written files, the options and the exact truth as one JSON object
Exit status: 0 written, 2 not writable, 64 wrong use.`,
  run: (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        at: { type: 'string', default: '2000-01-01T12:00:00' },
        rhythm: { type: 'string' },
        rate: { type: 'string' },
        seconds: { type: 'string' },
        'sample-rate': { type: 'string' },
        noise: { type: 'string' },
        swap: { type: 'string' },
        fault: { type: 'string' },
      },
    })
    if (values.list) return list(values.json)
    const [scenario, output, ...more] = positionals
    if (scenario === undefined || output === undefined || more.length > 0) {
      throw new WrongUse('name one scenario and one output')
    }
    const { rhythm, rate, seconds, noise, swap, fault } = values
    const sampleRate = values['sample-rate']
    const options: EcgOptions = {
      ...(fault === undefined ? {} : FAULTS[nameIn(Object.keys(FAULTS), fault, 'fault')]),
      scenario: nameIn(SCENARIO_NAMES, scenario, 'scenario'),
      seed: numberIn(values.seed, '--seed', { least: 0, most: 2 ** 31 - 1, isWhole: true }),
      ...(rhythm === undefined ? {} : { rhythm: nameIn(RHYTHM_NAMES, rhythm, 'rhythm') }),
      ...(rate === undefined ? {} : { heartRateBpm: numberIn(rate, '--rate', { least: 10, most: 350 }) }),
      ...(seconds === undefined ? {} : { durationMs: numberIn(seconds, '--seconds', { least: 1, most: 3600 }) * 1000 }),
      ...(sampleRate === undefined
        ? {}
        : { sampleRateHz: numberIn(sampleRate, '--sample-rate', { least: 100, most: 8000, isWhole: true }) }),
      ...(noise === undefined ? {} : { noise: noiseOf(noise) }),
      ...(swap === undefined ? {} : { swap: nameIn(ELECTRODE_SWAPS, swap, 'swap') }),
    }
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(values.at)) throw new WrongUse('--at wants YYYY-MM-DDTHH:mm:ss')
    writerFor(output)
    return make(options, output, values)
  },
}

const SCENARIO_NAMES = Object.keys(SCENARIOS) as readonly Scenario[]
const RHYTHM_NAMES = Object.keys(RHYTHMS) as readonly RhythmName[]
const NOISES = {
  none: {},
  wander: { wanderUvPp: 500 },
  muscle: { muscleUvRms: 25 },
  mains: { mainsUvPp: 100 },
} as const

function make(
  options: EcgOptions,
  output: string,
  { json, at }: { json: boolean; at: string },
): Promise<CommandResult> {
  return tellingProblems(json, () => {
    const { recording, truth } = makeEcg(options)
    const written = writeRecording({ ...recording, recordedAt: { local: at, utcOffsetMinutes: null } }, output)
    return {
      output: json ? JSON.stringify({ written, options, truth }) : `synthetic: ${written.join(', ')}`,
      isDone: true,
    }
  })
}

function list(isJson: boolean): CommandResult {
  const lists = {
    scenarios: SCENARIO_NAMES,
    rhythms: RHYTHM_NAMES,
    noises: Object.keys(NOISES),
    swaps: ELECTRODE_SWAPS,
    faults: Object.keys(FAULTS),
  }
  const lines = Object.entries(lists).map(([title, names]) => `${title}:\n  ${names.join('\n  ')}`)
  return { output: isJson ? JSON.stringify(lists) : lines.join('\n'), isDone: true }
}

function noiseOf(text: string): Noise {
  const names = text.split(',').map((name) => nameIn(Object.keys(NOISES) as (keyof typeof NOISES)[], name, 'noise'))
  return Object.assign({}, ...names.map((name) => NOISES[name]))
}

function nameIn<T extends string>(names: readonly T[], name: string, kind: string): T {
  const found = names.find((candidate) => candidate === name)
  if (found === undefined) throw new WrongUse(`there is no ${kind} ${name}; --list shows them all`)
  return found
}

type Bounds = { readonly least: number; readonly most: number; readonly isWhole?: boolean }

function numberIn(text: string, option: string, { least, most, isWhole = false }: Bounds): number {
  const value = Number(text)
  const isRight = text.trim() !== '' && value >= least && value <= most && (!isWhole || Number.isInteger(value))
  if (isRight) return value
  throw new WrongUse(`${option} wants a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}`)
}
