import { describe, expect, it } from 'vitest'
import { canZoom, changeOfKey, isStandard, USUAL_SETTINGS, withGain, withSpeed, zoomed } from './viewer-settings'

describe('the scale on the paper', () => {
  it('is standard at 25 mm/s, 10 mm/mV and full size only', () => {
    expect(isStandard(USUAL_SETTINGS)).toBe(true)
    expect(isStandard(withSpeed(50)(USUAL_SETTINGS))).toBe(false)
    expect(isStandard(withGain(20)(USUAL_SETTINGS))).toBe(false)
    expect(isStandard(zoomed(-1)(USUAL_SETTINGS))).toBe(false)
  })

  it('shrinks to half and grows to four times, in steps that can be undone', () => {
    let settings = USUAL_SETTINGS
    while (canZoom(settings, -1)) settings = zoomed(-1)(settings)
    expect(settings.zoom).toBe(0.5)

    while (canZoom(settings, 1)) settings = zoomed(1)(settings)
    expect(settings.zoom).toBe(4)
    expect(zoomed(1)(settings).zoom).toBe(4)
    expect(zoomed(-1)(zoomed(1)(USUAL_SETTINGS))).toEqual(USUAL_SETTINGS)
  })

  it('keeps every size at a whole number of pixels a millimetre', () => {
    let settings = { ...USUAL_SETTINGS, zoom: 0.5 }
    for (;;) {
      expect(Number.isInteger(settings.zoom * 4)).toBe(true)
      if (!canZoom(settings, 1)) break
      settings = zoomed(1)(settings)
    }
  })
})

describe('a key in the viewer', () => {
  it('goes round the speeds, gains and layouts', () => {
    const press = (key: string, isNarrow = false) => changeOfKey(key, isNarrow)?.(USUAL_SETTINGS)

    expect(press('s')?.scale.mmPerSecond).toBe(50)
    expect(press('g')?.scale.mmPerMv).toBe(20)
    expect(press('l')?.wide).toBe('3x4+3')
    expect(press('l', true)?.narrow).toBe('3x4+1')
  })

  it('returns to the usual scale', () => {
    const changed = withGain(5)(zoomed(1)(USUAL_SETTINGS))

    expect(changeOfKey('0', false)?.(changed)).toEqual(USUAL_SETTINGS)
  })

  it('is left to the page when it is not the viewer’s', () => {
    expect(changeOfKey('1', false)).toBeNull()
    expect(changeOfKey('r', false)).toBeNull()
  })
})
