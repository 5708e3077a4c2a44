/**
 * Sounds of the page, made with Web Audio: nothing to download, nothing that a cache can lose.
 * A browser lets a page sound only after a click in it; `unlockSound` is called by the click that signs in and by
 * every later one. The context lives as long as the page, across navigation inside the app.
 */
export type Tone = 'answer' | 'emergency' | 'test'
/** `missing`: this browser has no sound at all; `stalled`: it says that it sounds, and does not. */
export type SoundState = 'ready' | 'blocked' | 'missing' | 'stalled'

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
const TEST_MS = 600

/** The test that the page makes by itself is heard by who sits in front of it, not by the whole room. */
const TEST_VOLUME = 0.06

let audio: AudioContext | null = null
let isStalled = false
const listeners = new Set<() => void>()

/** Call it from a click or a key press. */
export function unlockSound(): void {
  const context = audioContext()
  if (context === null || context.state === 'running') return
  void context.resume().then(tellListeners, tellListeners)
}

export function playTone(tone: Tone): void {
  if ('vibrate' in navigator && navigator.userActivation?.hasBeenActive) navigator.vibrate(VIBRATION[tone])
  sound(tone, VOLUME)
}

function sound(tone: Tone, volume: number): void {
  const context = audioContext()
  if (context === null || context.state !== 'running') return
  for (const note of NOTES[tone]) playNote(context, note, volume)
}

/** The page tries its sound by itself: a soft note, and whether the sound card's clock runs on while it plays. */
export async function testSound(isHeard: boolean): Promise<boolean> {
  const context = audioContext()
  if (context === null || context.state !== 'running') return false
  const before = context.currentTime
  if (isHeard) sound('test', TEST_VOLUME)
  await new Promise((resolve) => setTimeout(resolve, TEST_MS))
  const isRunning = context.currentTime > before
  if (isStalled === isRunning) {
    isStalled = !isRunning
    tellListeners()
  }
  return isRunning
}

export function soundState(): SoundState {
  const context = audioContext()
  if (context === null) return 'missing'
  if (context.state !== 'running') return 'blocked'
  return isStalled ? 'stalled' : 'ready'
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

function playNote(context: AudioContext, { hz, atMs, forMs }: Note, volume: number): void {
  const start = context.currentTime + atMs / 1000
  const end = start + forMs / 1000
  const tone = context.createOscillator()
  const gain = context.createGain()
  tone.type = 'triangle'
  tone.frequency.value = hz
  // A short rise and fall: a gain that jumps clicks.
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(volume, start + 0.015)
  gain.gain.setValueAtTime(volume, end - 0.03)
  gain.gain.linearRampToValueAtTime(0, end)
  tone.connect(gain).connect(context.destination)
  tone.start(start)
  tone.stop(end)
}
