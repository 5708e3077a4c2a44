/** A drawing as an SVG document of its true size; one user unit is a millimetre. */
import { element, type XmlNode, xmlText } from '../xml-text'
import { type AreaMark, type Drawing, type GroupMark, type Mark, RIM_MM, type TextMark } from './drawing'

const FONTS = "Inter, 'Liberation Sans', Arial, Helvetica, sans-serif"
const WEIGHTS = { regular: '400', semibold: '600' } as const

export function renderSvg({ widthMm, heightMm, marks }: Drawing, title: string): string {
  const size = { width: `${widthMm}mm`, height: `${heightMm}mm`, viewBox: `0 0 ${widthMm} ${heightMm}` }
  const root = element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, 'font-family': FONTS }, [
    element('title', {}, title),
    ...marks.map(markNode),
  ])
  return xmlText(root)
}

function markNode(mark: Mark): XmlNode {
  if (mark.kind === 'group') {
    return element('svg', boxOf(mark), mark.marks.map(markNode))
  }
  if (mark.kind === 'area') {
    return element('rect', { ...boxOf(mark), fill: mark.colour })
  }
  if (mark.kind === 'text') return textNode(mark)
  const ends = mark.ends === 'round' ? { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } : {}
  return element('path', {
    d: mark.pathD,
    fill: 'none',
    stroke: mark.colour,
    'stroke-width': `${mark.strokeMm}`,
    ...ends,
  })
}

function boxOf({ xMm, yMm, widthMm, heightMm }: AreaMark | GroupMark) {
  return { x: `${xMm}`, y: `${yMm}`, width: `${widthMm}`, height: `${heightMm}` }
}

function textNode({ xMm, yMm, text, sizeMm, weight, colour, anchor, spacingMm, rimColour }: TextMark): XmlNode {
  const attributes = {
    x: `${xMm}`,
    y: `${yMm}`,
    'font-size': `${sizeMm}`,
    'font-weight': WEIGHTS[weight],
    'text-anchor': anchor,
    fill: colour,
    ...(spacingMm === undefined ? {} : { 'letter-spacing': `${spacingMm}` }),
    ...(rimColour === undefined ? {} : { stroke: rimColour, 'stroke-width': `${RIM_MM}`, 'paint-order': 'stroke' }),
  }
  return element('text', attributes, text)
}
