/** The five families of colour. Each always comes with a shape and a word. */
export type Tone = 'emergent' | 'urgent' | 'routine' | 'quality' | 'done'

/** Whole class names, so that Tailwind and a search find them. */
export const TONE_CLASS: Readonly<Record<Tone, string>> = {
  emergent: 'tone-emergent',
  urgent: 'tone-urgent',
  routine: 'tone-routine',
  quality: 'tone-quality',
  done: 'tone-done',
}
