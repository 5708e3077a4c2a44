/**
 * Sounds of the page, made with Web Audio: nothing to download, nothing that a cache can lose.
 * A browser lets a page sound only after a click in it; `unlockSound` is called by the click that signs in and by
 * every later one. The context lives as long as the page, across navigation inside the app.
 */
export type Tone = 'answer' | 'emergency' | 'test'
export type SoundState = 'ready' | 'blocked' | 'missing'

type Note = { readonly hz: number; readonly atMs: number; readonly forMs: number }

/** Two-tone for what must not be missed; three short rising notes for an answer; one note to test. */
const NOTES: Readonly<Record<Tone, readonly Note[]>> = {
  emergency: [0, 320, 640, 960].map((atMs, index) => ({ hz: index % 2 === 0 ? 960 : 770, atMs, forMs: 260 })),
  answer: [660, 880, 1100, 880].map((hz, index) => ({ hz, atMs: index * 220, forMs: 190 })),
  test: [
    { hz: 880, atMs: 0, forMs: 180 },
    { hz: 1100, atMs: 200, forMs: 240 },
  ],
}
const VIBRATION: Readonly<Record<Tone, number[]>> = {
  emergency: [400, 150, 400, 150, 400],
  answer: [250, 120, 250],
  test: [120],
}
const VOLUME = 0.4

let audio: AudioContext | null = null
const listeners = new Set<() => void>()

/** Call it from a click or a key press. */
export function unlockSound(): void {
  const context = audioContext()
  if (context === null || context.state === 'running') return
  void context.resume().then(tellListeners, tellListeners)
}

export function playTone(tone: Tone): void {
  if ('vibrate' in navigator && navigator.userActivation?.hasBeenActive) navigator.vibrate(VIBRATION[tone])
  const context = audioContext()
  if (context === null || context.state !== 'running') return
  for (const note of NOTES[tone]) playNote(context, note)
}

export function soundState(): SoundState {
  const context = audioContext()
  if (context === null) return 'missing'
  return context.state === 'running' ? 'ready' : 'blocked'
}

export function subscribeSound(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function audioContext(): AudioContext | null {
  if (audio === null && typeof AudioContext === 'function') {
    audio = new AudioContext()
    audio.addEventListener('statechange', tellListeners)
  }
  return audio
}

function tellListeners(): void {
  for (const listener of listeners) listener()
}

function playNote(context: AudioContext, { hz, atMs, forMs }: Note): void {
  const start = context.currentTime + atMs / 1000
  const end = start + forMs / 1000
  const tone = context.createOscillator()
  const gain = context.createGain()
  tone.type = 'triangle'
  tone.frequency.value = hz
  // A short rise and fall: a gain that jumps clicks.
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(VOLUME, start + 0.015)
  gain.gain.setValueAtTime(VOLUME, end - 0.03)
  gain.gain.linearRampToValueAtTime(0, end)
  tone.connect(gain).connect(context.destination)
  tone.start(start)
  tone.stop(end)
}
