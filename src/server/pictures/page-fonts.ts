/** The product's own font for documents: Latin, Cyrillic and Greek letters, two weights, out of its package. */
import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Face, readFace } from '@/ecg/layout/fonts/face'
import type { FontSet } from '@/ecg/layout/fonts/font-set'

const SCRIPTS = ['latin', 'cyrillic', 'cyrillic-ext', 'latin-ext', 'greek']
const WEIGHTS = { regular: 400, semibold: 600 } as const

const FONTS: FontSet = { regular: facesOf(WEIGHTS.regular), semibold: facesOf(WEIGHTS.semibold) }

export function pageFontSet(): FontSet {
  return FONTS
}

function facesOf(weight: number): FontSet['regular'] {
  return SCRIPTS.map((script) => once(() => readFace(fontFile(`inter-${script}-${weight}-normal.woff`))))
}

/** Every process of ours runs in the checkout; a bundler cannot follow a name that is put together. */
function fontFile(name: string): Uint8Array {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules', '@fontsource', 'inter', 'files')
  return new Uint8Array(readFileSync(join(folder, name)))
}

/** The same face each time: fonts are told apart by it. */
function once(make: () => Face): () => Face {
  let made: Face | null = null
  return () => {
    made ??= make()
    return made
  }
}
