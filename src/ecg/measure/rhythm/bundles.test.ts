import { describe, expect, it } from 'vitest'
import { analyse } from '../../analyse'
import { makeEcg } from '../../synthetic/make-ecg'

const bundlesOf = (options: Parameters<typeof makeEcg>[0]) => analyse(makeEcg(options).recording).rhythm.bundles

describe('the side of wide conducted beats', () => {
  it('is left and right in turn in alternating bundle-branch block', () => {
    const found = bundlesOf({ scenario: 'normal', rhythm: 'alternating-bundles', seed: 2 })

    expect(found?.left).toBeGreaterThanOrEqual(3)
    expect(found?.right).toBeGreaterThanOrEqual(3)
  })

  it('is one side in left and in right bundle-branch block', () => {
    expect(bundlesOf({ scenario: 'lbbb', seed: 2 })).toMatchObject({ right: 0 })
    expect(bundlesOf({ scenario: 'rbbb', seed: 2 })).toMatchObject({ left: 0 })
  })

  it('is none of narrow beats, and ventricular beats do not count', () => {
    expect(bundlesOf({ scenario: 'normal', seed: 2 })).toBeNull()
    expect(bundlesOf({ scenario: 'rbbb', rhythm: 'ventricular-premature', seed: 2 })).toMatchObject({ left: 0 })
  })
})
