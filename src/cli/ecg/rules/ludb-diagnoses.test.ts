import { describe, expect, it } from 'vitest'
import { parseTable } from './ludb-diagnoses'

describe('the table of LUDB', () => {
  it('keeps commas and line ends inside quotes', () => {
    const text = 'ID,Sex,Rhythms\n1,"F\n","Sinus rhythm\nPause, long"\n2,M,\n'
    expect(parseTable(text)).toEqual([
      ['ID', 'Sex', 'Rhythms'],
      ['1', 'F\n', 'Sinus rhythm\nPause, long'],
      ['2', 'M', ''],
    ])
  })
})
