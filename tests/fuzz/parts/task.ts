/** What the watching side tells the reading thread, and what they share. */
export type FuzzTask = {
  readonly readerId: string
  readonly seed: number
  readonly firstCase: number
  readonly lastCase: number
  readonly untilMs: number
  readonly progress: Int32Array
}

export type FuzzFault = { readonly index: number; readonly fault: string }

/** Places in the shared memory. `CASE` is the case being read, −1 between two. */
export const CASE = 0
export const COUNT = 1
export const SLOWEST_MS = 2
export const PROGRESS_LENGTH = 3
