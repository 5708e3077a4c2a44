import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FORMAT_NOTES } from '@/ecg/formats/format-notes'
import { ECG_FORMATS } from '@/ecg/formats/index'
import { formatsDocument } from '../support/formats-document'
import { ORACLES } from '../support/oracles'
import { recordingPaths } from '../support/real-recordings'

const PICTURES = ['png', 'jpeg', 'pdf']
const isComplete = recordingPaths().length > 0 && ORACLES.pydicom && ORACLES.save2gdf

describe('docs/formats.md', () => {
  it.skipIf(!isComplete)('is what the command prints, with pydicom, save2gdf and the real recordings', () => {
    expect(readFileSync('docs/formats.md', 'utf8')).toBe(formatsDocument())
  })

  it('has a note on every format that is read, and on no other', () => {
    const read = ECG_FORMATS.map(({ id }) => (PICTURES.includes(id) ? 'picture' : id))
    expect(Object.keys(FORMAT_NOTES).sort()).toEqual([...new Set(read)].sort())
  })

  it('says of each what its note says', () => {
    const text = readFileSync('docs/formats.md', 'utf8')
    for (const { name, read, leftOut } of Object.values(FORMAT_NOTES)) {
      expect(text).toContain(`${name} (`)
      expect(text).toContain(`${read} | ${leftOut}`)
    }
  })
})
