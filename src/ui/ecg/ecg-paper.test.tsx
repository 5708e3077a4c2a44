import { gzipSync } from 'node:zlib'
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import trace from '@/i18n/messages/en/trace.json'
import { EcgPaper } from './ecg-paper'

const { recording } = makeEcg({ scenario: 'anterior-stemi', seed: 3 })

describe('an ECG on paper without a script', () => {
  it('says in a sentence what it shows, and that it is made', () => {
    const html = render(<EcgPaper waveform={recording} isSynthetic />)

    expect(html).toContain('role="img"')
    expect(html).toContain(
      'aria-label="ECG, 3 by 4 with rhythm strip II, 25 mm/s, 10 mm/mV, seconds 0 to 10. Synthetic, from no patient."',
    )
    expect(html).toContain('SYNTHETIC')
    expect(html).toContain('25 mm/s · 10 mm/mV · no filter · 500 Hz')
  })

  it('does not call a recording of a patient synthetic', () => {
    expect(render(<EcgPaper waveform={recording} isSynthetic={false} />)).not.toMatch(/synthetic|demo/i)
  })

  it('names the leads that are missing, on the paper and in the sentence', () => {
    const leads = recording.leads.filter(({ name }) => name !== 'V3' && name !== 'V6')
    const html = render(<EcgPaper waveform={{ ...recording, leads }} isSynthetic={false} />)

    expect(html).toContain('Not in the recording: V3, V6.')
    expect(html.match(/not recorded/g)).toHaveLength(2)
  })

  it('has one millimetre for grid and trace alike', () => {
    const html = render(<EcgPaper waveform={recording} isSynthetic />)

    expect(html).toContain('viewBox="0 0 262 104"')
    expect(html).toContain('width:calc(var(--mm) * 262)')
  })

  it('travels in less than 20 kB', () => {
    expect(gzipSync(render(<EcgPaper waveform={recording} isSynthetic />)).length).toBeLessThan(20_000)
  })
})

function render(paper: React.ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ trace }} timeZone="UTC">
      {paper}
    </NextIntlClientProvider>,
  )
}
