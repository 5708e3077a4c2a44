/** Our findings against the words that devices wrote into every other recording below the folder. */
import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { contextOf } from '@/ecg/assess'
import { EcgFormatError } from '@/ecg/errors'
import type { EcgRecording } from '@/ecg/types'
import { CommandProblem } from '../command-problem'
import { readRecording } from '../read-recording'
import { inWords, type Judged, judgeKnown } from './judge-known'

export type DeviceAnswer = {
  readonly recording: string
  readonly statement: string
  readonly asks: string
  readonly isRight: boolean
  readonly said: readonly string[]
}

type Label = {
  readonly words: RegExp
  readonly except?: RegExp
  readonly asks: string
  readonly isRight: (judged: Judged) => boolean
}

const found =
  (...ids: readonly string[]) =>
  ({ findings }: Judged) =>
    findings.some(({ id, status }) => ids.includes(id) && (status === 'met' || status === 'borderline'))

/** Device words of the languages that lie here. A word that none of them has asks nothing. */
const LABELS: readonly Label[] = [
  {
    words: /acute mi\b|infarct, acute|stemi/i,
    asks: 'at least URGENT',
    isRight: (judged) => judged.class !== 'ROUTINE',
  },
  {
    words: /\bnormal ecg|ecg normale/i,
    except: /abnormal|borderline/i,
    asks: 'at most ROUTINE',
    isRight: (judged) => judged.class === 'ROUTINE',
  },
  {
    words: /sinus(ritme|ale| rhythm| bradycardia| tachycardia)/i,
    asks: 'no fibrillation, flutter or ventricular rhythm',
    isRight: (judged) => !found('RHY-01', 'RHY-03', 'RHY-05', 'RHY-07', 'RHY-08')(judged),
  },
  { words: /atrial fibrillation/i, asks: 'atrial fibrillation', isRight: found('RHY-07') },
  { words: /atrial flutter/i, asks: 'atrial flutter', isRight: found('RHY-08') },
  { words: /bradycardia/i, asks: 'slow heart', isRight: found('RHY-11') },
  { words: /left ventricular hypertrophy/i, asks: 'left ventricular hypertrophy', isRight: found('HYP-01') },
  {
    words: /intraventricular conduction delay/i,
    asks: 'conduction delay',
    isRight: found('CON-03-IVCD', 'CON-01', 'CON-02'),
  },
  {
    words: /left bundle branch block/i,
    except: /incomplete/i,
    asks: 'left bundle branch block',
    isRight: found('CON-01'),
  },
  {
    words: /right bundle branch block/i,
    except: /incomplete/i,
    asks: 'right bundle branch block',
    isRight: found('CON-02'),
  },
]
const NOT_RECORDINGS = /(^|\/)(paper|image|edge|ludb|derived)\//

/** Files of several parts are tried at each part; only the one that names the others can be read. */
export function scoreDevices(folder: string): readonly DeviceAnswer[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => pathOf(entry, folder))
    .filter((path) => !NOT_RECORDINGS.test(path) && !/\.(dat|atr|i|csv|ecg|md|tsv)$/i.test(path))
    .sort()
    .flatMap((path) => answersOf(path, join(folder, path)))
}

function pathOf(entry: Dirent, folder: string): string {
  return relative(folder, join(entry.parentPath, entry.name))
}

function answersOf(path: string, file: string): readonly DeviceAnswer[] {
  const recording = readOrNull(file)
  const asked = (recording?.reported.statements ?? []).flatMap((statement) =>
    LABELS.filter(({ words, except }) => words.test(statement) && !except?.test(statement)).map((label) => ({
      statement,
      label,
    })),
  )
  if (!recording || asked.length === 0) return []
  const judged = judgeKnown(recording, contextOf(recording))
  const said = judged.findings.filter(({ status }) => status === 'met' || status === 'borderline').map(inWords)
  return asked.map(({ statement, label: { asks, isRight } }) => {
    return { recording: path, statement, asks, isRight: isRight(judged), said }
  })
}

function readOrNull(file: string): EcgRecording | null {
  try {
    return readRecording(file)
  } catch (error) {
    if (error instanceof EcgFormatError || error instanceof CommandProblem) return null
    throw error
  }
}
