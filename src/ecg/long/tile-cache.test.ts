import { describe, expect, it } from 'vitest'
import type { Samples } from '../samples-codec'
import { TileCache } from './tile-cache'

/** A tile of a hundred bytes. */
const TILE: Samples = { sampleRateHz: 1, leads: [{ name: 'II', isDerived: false, samplesUv: new Float32Array(25) }] }

function counted() {
  const asked: string[] = []
  const get = (cache: TileCache, name: string) =>
    cache.get(name, async () => {
      asked.push(name)
      return TILE
    })
  return { asked, get }
}

describe('the tiles that a page holds', () => {
  it('never weigh more than they may; those that were looked at longest ago go first', async () => {
    const { asked, get } = counted()
    const cache = new TileCache(300)
    for (const name of ['a', 'b', 'c']) await get(cache, name)
    await get(cache, 'a')
    await get(cache, 'd')
    expect(cache.sizeBytes).toBe(300)
    for (const name of ['a', 'c', 'd']) await get(cache, name)
    expect(asked).toEqual(['a', 'b', 'c', 'd'])
    await get(cache, 'b')
    expect(asked.at(-1)).toBe('b')
    expect(cache.sizeBytes).toBe(300)
  })

  it('are asked for once while they are on their way', async () => {
    const { asked, get } = counted()
    const cache = new TileCache(300)
    await Promise.all([get(cache, 'a'), get(cache, 'a')])
    expect(asked).toEqual(['a'])
  })

  it('are asked for again where they could not be had', async () => {
    const { asked, get } = counted()
    const cache = new TileCache(300)
    await expect(cache.get('a', () => Promise.reject(new Error('no line')))).rejects.toThrow('no line')
    await get(cache, 'a')
    expect(asked).toEqual(['a'])
    expect(cache.sizeBytes).toBe(100)
  })
})
