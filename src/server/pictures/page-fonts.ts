/** The product's own font for documents: Latin, Cyrillic and Greek letters, two weights, out of its package. */
import 'server-only'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Face, readFace } from '@/ecg/layout/fonts/face'
import type { FontSet } from '@/ecg/layout/fonts/font-set'

const SCRIPTS = ['latin', 'cyrillic', 'cyrillic-ext', 'latin-ext', 'greek']
const WEIGHTS = { regular: 400, semibold: 600 } as const

let loaded: FontSet | null = null

export function pageFontSet(): FontSet {
  loaded ??= { regular: facesOf(WEIGHTS.regular), semibold: facesOf(WEIGHTS.semibold) }
  return loaded
}

function facesOf(weight: number): readonly Face[] {
  const { resolve } = createRequire(import.meta.url)
  return SCRIPTS.map((script) => {
    const path = resolve(`@fontsource/inter/files/inter-${script}-${weight}-normal.woff`)
    return readFace(new Uint8Array(readFileSync(path)))
  })
}
