import { describe, expect, it } from 'vitest'
import { namedText } from '../../../../tests/support/make-wfdb'
import { recordsAmong } from './records'

const HEADER = namedText('12.hea', [
  '12 2 500 5000',
  '12.dat 16 1000/mV 16 0 0 0 0 i',
  '12.dat 16 1000/mV 16 0 0 0 0 ii',
])

describe('files chosen together', () => {
  it('are one record where a header names the others', () => {
    expect(recordsAmong(['12.dat', 'photo.jpg', '12.hea', '12.atr'], [HEADER])).toEqual([
      { name: '12', parts: ['12.hea', '12.dat', '12.atr'] },
    ])
  })

  it('are matched whatever the case of their names', () => {
    expect(recordsAmong(['12.DAT', '12.hea'], [HEADER])).toEqual([{ name: '12', parts: ['12.hea', '12.DAT'] }])
  })

  it('are one record with the headers of its segments and their signals', () => {
    const whole = namedText('long.hea', ['long/3 1 500 30', 'a 10', '~ 10', 'b 10'])
    const segments = ['a', 'b'].map((name) =>
      namedText(`${name}.hea`, [`${name} 1 500 10`, `${name}.dat 16 1000/mV 16 0 0 0 0 ii`]),
    )
    const names = ['a.hea', 'a.dat', 'b.hea', 'b.dat', 'long.hea']
    const [record, ...others] = recordsAmong(names, [...segments, whole])
    expect(others).toEqual([])
    expect(record?.name).toBe('long')
    expect([...(record?.parts ?? [])].sort()).toEqual([...names].sort())
  })

  it('stay apart where a header is alone, or is none', () => {
    expect(recordsAmong(['12.hea', 'other.dat'], [HEADER])).toEqual([])
    expect(recordsAmong(['12.hea', '12.dat'], [namedText('12.hea', ['Hello.'])])).toEqual([])
  })
})
