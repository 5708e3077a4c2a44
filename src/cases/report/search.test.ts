import { describe, expect, it } from 'vitest'
import { leadsText, parseLeads } from './leads'
import { indexed, search } from './search'
import { canInterpret, DIAGNOSES, isPrimary, STATEMENTS, statementOf, termIn } from './statements'
import { uzbekCyrillic } from './uzbek-cyrillic'

const INDEX = indexed(STATEMENTS)
const first = (query: string) => search(INDEX, query)[0]?.code

describe('the list of statements', () => {
  it('has the 117 primary codes of AHA/ACCF/HRS, and more than 200 in all', () => {
    expect(STATEMENTS.filter((one) => isPrimary(one) && one.code < 200)).toHaveLength(117)
    expect(STATEMENTS.length).toBeGreaterThanOrEqual(200)
    expect(new Set(STATEMENTS.map(({ code }) => code)).size).toBe(STATEMENTS.length)
  })

  it('pairs interpretations with what they interpret', () => {
    expect(canInterpret(200, 146)).toBe(true)
    expect(canInterpret(209, 142)).toBe(true)
    expect(canInterpret(209, 147)).toBe(false)
  })

  it('uses the letters of Uzbek, never a quotation mark', () => {
    for (const { uz } of STATEMENTS) expect(uz).not.toMatch(/['‘’`]/)
  })
})

describe('the search', () => {
  it.each([
    ['50', 50],
    ['atrial fib', 50],
    ['AF', 50],
    ['фибрилляция пред', 50],
    ['boʻlmachalar fibril', 50],
    ["bo'lmachalar fib", 50],
    ['бўлмачалар фиб', 50],
    ['lbbb', 104],
    ['блокада левой ножки', 104],
    ['gis tutami chap oyoqchasi bl', 104],
    ['Гис тутами чап оёқчаси бл', 104],
    ['qt uz', 148],
    ['удлинение qt', 148],
    ['normal ecg', 1],
    ['экг в норме', 1],
    ['EKG meʼyorda', 1],
    ['ЭКГ меъёрда', 1],
    ['anterior myo', 160],
    ['inferior inf', 161],
    ['giperkaliyemiya', 208],
    ['acute', 330],
    ['st elev', 501],
  ])('finds “%s” first as %i', (query, code) => {
    expect(first(query)).toBe(code)
  })

  it('finds each statement by its code and by each of its terms', () => {
    for (const one of STATEMENTS) {
      expect(first(String(one.code))).toBe(one.code)
      for (const language of ['en', 'ru', 'uz', 'uzCyrl'] as const)
        expect(search(INDEX, termIn(one, language), 20)).toContain(one)
    }
  })

  it('finds diagnoses by code and word', () => {
    const index = indexed(DIAGNOSES)
    expect(search(index, 'I21.0')[0]?.code).toBe('I21.0')
    expect(search(index, 'stemi anterior')[0]?.code).toBe('I21.0')
    expect(search(index, 'қоринчалар тахи').map(({ code }) => code)).toContain('I47.2')
  })

  it('finds nothing for nothing', () => {
    expect(search(INDEX, '  ')).toEqual([])
    expect(search(INDEX, 'zzz')).toEqual([])
  })
})

describe('leads in words', () => {
  it('are read as they are written', () => {
    expect(parseLeads('v1-v4')).toEqual(['V1', 'V2', 'V3', 'V4'])
    expect(parseLeads('V1–4, aVL')).toEqual(['aVL', 'V1', 'V2', 'V3', 'V4'])
    expect(parseLeads('ii iii avf')).toEqual(['II', 'III', 'aVF'])
    expect(parseLeads('anterior')).toBeNull()
    expect(parseLeads('')).toBeNull()
  })

  it('are written in short', () => {
    expect(leadsText(['V1', 'V2', 'V3', 'V4', 'aVL'])).toBe('V1–V4, aVL')
    expect(leadsText(['II', 'III'])).toBe('II, III')
  })
})

describe('Uzbek in Cyrillic', () => {
  it('keeps the signs of the ECG', () => {
    expect(uzbekCyrillic('QT uzayishi')).toBe('QT узайиши')
    expect(uzbekCyrillic('Boʻlmachalar fibrillyatsiyasi')).toBe('Бўлмачалар фибрилляцияси')
    expect(uzbekCyrillic('EKG meʼyorda')).toBe('ЭКГ меъёрда')
    expect(uzbekCyrillic('Keng QRSli taxikardiya')).toBe('Кенг QRSли тахикардия')
    expect(uzbekCyrillic(statementOf(88)?.uz ?? '')).toBe('Тўлиқ AV блокада (III даражали)')
  })
})
