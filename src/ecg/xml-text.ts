/** A small XML document as text: elements, attributes, texts, UTF-8. Characters that XML cannot hold are left out. */
export type XmlNode = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly contents: readonly XmlNode[] | string
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  contents: readonly XmlNode[] | string = [],
): XmlNode {
  return { name, attributes, contents }
}

export function xmlText(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${nodeText(root, '')}`
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

function nodeText({ name, attributes, contents }: XmlNode, indent: string): string {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ')
  if (contents.length === 0) return `${indent}<${start}/>\n`
  if (typeof contents === 'string') return `${indent}<${start}>${escaped(contents)}</${name}>\n`
  const inner = contents.map((child) => nodeText(child, `${indent}  `)).join('')
  return `${indent}<${start}>\n${inner}${indent}</${name}>\n`
}

export function escaped(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
}
