import { describe, expect, it } from 'vitest'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { wfdbWriter } from '@/ecg/writers/wfdb'
import { joinParts } from './join-parts'

const PAIR = wfdbWriter
  .write(makeEcg({ scenario: 'normal', seed: 1, durationMs: 1000 }).recording, 'night')
  .map(({ name, bytes }) => new File([new Uint8Array(bytes)], name))
const PHOTO = new File(['x'], 'photo.jpg')

describe('files chosen together', () => {
  it('become one archive that is read as the record, beside the other files', async () => {
    const [archive, ...others] = await joinParts([PHOTO, ...PAIR])
    expect(archive?.name).toBe('night.zip')
    expect(others).toEqual([PHOTO])
    const bytes = new Uint8Array((await archive?.arrayBuffer()) ?? [])
    expect(readEcgFiles([{ name: '', bytes }])).toMatchObject({ kind: 'waveform', recording: { format: 'wfdb' } })
  })

  it('make the same archive each time, so that a retry stores it once', async () => {
    const [first, second] = await Promise.all([joinParts(PAIR), joinParts(PAIR)])
    expect(await first[0]?.bytes()).toEqual(await second[0]?.bytes())
  })

  it('stay as they are without a header that names them', async () => {
    const header = PAIR.filter(({ name }) => name.endsWith('.hea'))
    expect(await joinParts([PHOTO, ...header])).toEqual([PHOTO, ...header])
    expect(await joinParts([PHOTO])).toEqual([PHOTO])
  })
})
