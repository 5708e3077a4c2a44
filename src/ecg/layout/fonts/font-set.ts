/** Text as runs of one font each: a family comes as several files, each with the letters of some scripts. */
import type { Weight } from '../drawing'
import type { Face } from './face'

/** In the order in which a letter is looked for; a file is only opened when the ones before lack a letter. */
export type FontSet = Readonly<Record<Weight, readonly (() => Face)[]>>

export type Run = {
  readonly face: Face
  readonly text: string
  readonly glyphs: readonly number[]
  /** Of a text of size 1, without extra space between letters. */
  readonly width: number
}

const UNKNOWN = '?'

/** Letters that no font has become a question mark. */
export function runsOf(faces: FontSet[Weight], text: string): readonly Run[] {
  const runs: { face: Face; text: string; glyphs: number[]; width: number }[] = []
  for (const character of text.normalize('NFC')) {
    const found = glyphFor(faces, character) ?? glyphFor(faces, UNKNOWN)
    if (!found) continue
    const last = runs.at(-1)
    const run = last?.face === found.face ? last : { face: found.face, text: '', glyphs: [], width: 0 }
    if (run !== last) runs.push(run)
    run.text += found.character
    run.glyphs.push(found.glyph)
    run.width += (found.face.advances[found.glyph] ?? 0) / found.face.unitsPerEm
  }
  return runs
}

export function widthOf(runs: readonly Run[], sizeMm: number, spacingMm: number): number {
  return runs.reduce((sum, { width, glyphs }) => sum + width * sizeMm + glyphs.length * spacingMm, 0)
}

function glyphFor(faces: FontSet[Weight], character: string) {
  const code = character.codePointAt(0) ?? 0
  for (const open of faces) {
    const face = open()
    const glyph = face.glyphs.get(code)
    if (glyph !== undefined) return { face, glyph, character }
  }
  return null
}
