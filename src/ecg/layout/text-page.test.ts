import { describe, expect, it } from 'vitest'
import { textPages } from './text-page'

const textsOf = (pages: ReturnType<typeof textPages>) =>
  pages.map(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])))

describe('pages of text', () => {
  it('hold every word of a long report, on as many pages as it takes', () => {
    const words = Array.from({ length: 3000 }, (_, index) => `word${index}`)
    const pages = textsOf(textPages([{ heading: 'Report', paragraphs: [words.join(' ')] }], (page) => `page ${page}`))

    expect(pages.length).toBeGreaterThan(2)
    expect(pages[0]?.[0]).toBe('Report')
    expect(pages.map((texts) => texts.at(-1))).toEqual(pages.map((_, index) => `page ${index + 1}`))
    expect(pages.flatMap((texts) => texts.slice(0, -1)).join(' ')).toBe(['Report', ...words].join(' '))
  })

  it('break a word that no line holds, and keep the lines of a paragraph', () => {
    const [texts = []] = textsOf(textPages([{ heading: 'H', paragraphs: ['a\nb', 'x'.repeat(200)] }], () => ''))

    expect(texts.slice(0, 3)).toEqual(['H', 'a', 'b'])
    expect(texts.slice(3, -1).join('')).toBe('x'.repeat(200))
  })

  it('are none where there is nothing to say', () => {
    expect(textPages([], () => '')).toEqual([])
  })
})
