/** A short fuzzing of every reader; `npm run fuzz` does it for as long as one likes. */
import { describe, expect, it } from 'vitest'
import { faultOf, fuzzedReaders, spoilt } from '../../tests/support/fuzzed-readers'
import { diceOf } from '../../tests/support/mutate'

const CASES = 1500
const PATIENCE_MS = 60_000

describe('a spoilt file', () => {
  it.each(fuzzedReaders())(
    `is read or refused by name: $id`,
    async (reader) => {
      for (let index = 0; index < CASES; index++) {
        const fault = await faultOf(reader, spoilt(diceOf(1_000_000 + index), reader))
        expect(fault, `case ${index}`).toBeNull()
      }
    },
    PATIENCE_MS,
  )
})
