import { describe, expect, it } from 'vitest'
import { makeEcg } from '../synthetic/make-ecg'
import type { Drawing, Mark, TextMark } from './drawing'
import { layoutPage, type PageTexts } from './ecg-page'
import { renderSvg } from './render-svg'

const TEXTS: PageTexts = {
  columns: [['Каримов <Шерзод>', 'male, 58 years'], ['2026-11-22 14:21:08'], ['Heart rate 72/min']],
  scale: '25 mm/s · 10 mm/mV',
  absent: 'not recorded',
  watermark: null,
  footer: 'Seconds 0 to 10',
}
const { recording } = makeEcg({ scenario: 'normal', seed: 1 })

describe('an ECG page', () => {
  it.each(['3x4+1', '6x2', '12x1'] as const)('is landscape A4 in arrangement %s', (layoutId) => {
    expect(layoutPage(recording, TEXTS, { layoutId })).toMatchObject({ widthMm: 297, heightMm: 210 })
  })

  it('is larger, never smaller in scale, where waves of great height need it', () => {
    const leads = recording.leads.map((lead) => ({ ...lead, samplesUv: lead.samplesUv.map((uv) => uv * 5) }))

    expect(layoutPage({ ...recording, leads }, TEXTS, { layoutId: '12x1' }).heightMm).toBeGreaterThan(210)
  })

  it('has a pulse of 10 mm and 5 mm in every row, at the standard scale', () => {
    const pulses = pathsOf(layoutPage(recording, TEXTS)).filter((pathD) => pathD.endsWith('h1v-10h5v10h1'))

    expect(pulses).toHaveLength(4)
  })

  it('says of a made ECG that it is, across the trace and beside it, and of a real one nothing', () => {
    const made = textsOf(layoutPage(recording, { ...TEXTS, watermark: 'SYNTHETIC' }))

    expect(made.filter(({ text }) => text === 'SYNTHETIC').length).toBeGreaterThanOrEqual(3)
    expect(textsOf(layoutPage(recording, TEXTS)).some(({ text }) => /synthetic/i.test(text))).toBe(false)
  })

  it('keeps the place of a lead that was not recorded, and says so', () => {
    const leads = recording.leads.filter(({ name }) => name !== 'V4')
    const texts = textsOf(layoutPage({ ...recording, leads }, TEXTS)).map(({ text }) => text)

    expect(texts).toContain('V4 not recorded')
    expect(texts).toContain('V3')
  })

  it('breaks the line where samples are missing', () => {
    const leads = recording.leads.map((lead) => ({
      ...lead,
      samplesUv: lead.samplesUv.map((uv, index) => (index >= 300 && index < 400 ? Number.NaN : uv)),
    }))
    const broken = pathsOf(layoutPage({ ...recording, leads }, TEXTS)).filter((pathD) =>
      /^M[^M]*l[^M]*M[^M]*l/.test(pathD),
    )

    expect(broken).toHaveLength(4)
  })

  it('cuts a text that does not fit, and says that it is cut', () => {
    const columns = [['x'.repeat(200)], [], []]
    const [first] = textsOf(layoutPage(recording, { ...TEXTS, columns }))

    expect(first?.text.length).toBeLessThan(60)
    expect(first?.text.endsWith('…')).toBe(true)
  })
})

describe('the SVG of a page', () => {
  const svg = renderSvg(layoutPage(recording, TEXTS), 'ecg.svg')

  it('has its true size in millimetres', () => {
    expect(svg).toContain('width="297mm" height="210mm" viewBox="0 0 297 210"')
  })

  it('holds texts as texts, and never as markup', () => {
    expect(svg).toContain('Каримов &lt;Шерзод&gt;')
    expect(svg).not.toMatch(/<script|NaN|undefined/)
  })
})

function flat(marks: readonly Mark[]): Mark[] {
  return marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]))
}

function pathsOf({ marks }: Drawing): string[] {
  return flat(marks).flatMap((mark) => (mark.kind === 'path' ? [mark.pathD] : []))
}

function textsOf({ marks }: Drawing): TextMark[] {
  return flat(marks).flatMap((mark) => (mark.kind === 'text' ? [mark] : []))
}
