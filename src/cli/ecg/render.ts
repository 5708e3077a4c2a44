import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import { layoutPage } from '@/ecg/layout/ecg-page'
import { LAYOUT_IDS, type LayoutId } from '@/ecg/layout/layouts'
import { renderPdf } from '@/ecg/layout/render-pdf'
import { renderSvg } from '@/ecg/layout/render-svg'
import type { EcgRecording } from '@/ecg/types'
import { pageFontSet } from '@/server/pictures/page-fonts'
import { renderPng } from '@/server/pictures/render-png'
import { type Command, WrongUse } from './command'
import { tellingProblems } from './command-problem'
import { DESCRIPTION_HELP, DESCRIPTION_OPTIONS, DESCRIPTION_USAGE, descriptionOf } from './description-options'
import { readRecording } from './read-recording'
import { pageTexts } from './render-texts'
import { saveBytes } from './write-recording'

export const renderCommand: Command = {
  usage: `render FILE OUT.svg|OUT.pdf|OUT.png [--layout 3x4+1] [--from S] [--dpi N] [--json] ${DESCRIPTION_USAGE}`,
  help: `Draws ten seconds of a recording on a landscape A4 page to true scale: 25 mm/s, 10 mm/mV, unfiltered, with
calibration pulse, patient, device, times and the device's own numbers. A missing sample breaks the line.
  --layout    ${LAYOUT_IDS.join(', ')} (3x4+1)
  --from      the second of the recording at which the page begins (0)
  --dpi       pixels an inch of a PNG (254, which is ten a millimetre)
  --json      the written file, or the problem, as one JSON object
${DESCRIPTION_HELP}
Exit status: 0 drawn, 2 not readable or not writable, 64 wrong use.`,
  run: (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        layout: { type: 'string', default: '3x4+1' },
        from: { type: 'string', default: '0' },
        dpi: { type: 'string', default: '254' },
        json: { type: 'boolean', default: false },
        ...DESCRIPTION_OPTIONS,
      },
    })
    const [input, output, ...more] = positionals
    if (input === undefined || output === undefined || more.length > 0)
      throw new WrongUse('name one file and one output')
    const kind = extname(output).slice(1).toLowerCase()
    if (!isKind(kind)) throw new WrongUse('the output must end in .svg, .pdf or .png')
    const page = { kind, layoutId: layoutOf(values.layout), fromS: numberIn(values.from, '--from', 0, 3600) }
    const dpi = numberIn(values.dpi, '--dpi', 50, 1200)
    const description = descriptionOf(values)
    return tellingProblems(values.json, async () => {
      const bytes = await draw(readRecording(input, description), { ...page, dpi, title: basename(output) })
      const written = saveBytes(output, bytes)
      return { output: values.json ? JSON.stringify({ written: [written] }) : written, isDone: true }
    })
  },
}

const KINDS = ['svg', 'pdf', 'png'] as const
type Kind = (typeof KINDS)[number]

const MM_PER_INCH = 25.4

type Page = {
  readonly kind: Kind
  readonly layoutId: LayoutId
  readonly fromS: number
  readonly dpi: number
  readonly title: string
}

async function draw(recording: EcgRecording, page: Page): Promise<Uint8Array | string> {
  const offsetMs = page.fromS * 1000
  const drawing = layoutPage(recording, pageTexts(recording, offsetMs), { layoutId: page.layoutId, offsetMs })
  if (page.kind === 'svg') return renderSvg(drawing, page.title)
  if (page.kind === 'pdf') return renderPdf([drawing], pageFontSet(), { title: page.title, language: 'en' })
  return renderPng(drawing, pageFontSet(), page.dpi / MM_PER_INCH)
}

function isKind(kind: string): kind is Kind {
  return (KINDS as readonly string[]).includes(kind)
}

function layoutOf(name: string): LayoutId {
  const id = LAYOUT_IDS.find((known) => known === name)
  if (!id) throw new WrongUse(`there is no layout ${name}`)
  return id
}

function numberIn(text: string, option: string, least: number, most: number): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= least && value <= most) return value
  throw new WrongUse(`${option} wants a number from ${least} to ${most}`)
}
