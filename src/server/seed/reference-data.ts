import 'server-only'
import { z } from 'zod'
import soato from '../../../prisma/data/soato-regions-districts.json'
import type { Db } from '../db/client'

const Place = z.object({
  code: z.string(),
  parent: z.string(),
  uz: z.string(),
  ru: z.string(),
  en: z.string().nullish(),
  center: z.string().nullish(),
})

/** Whose readers help whom at first: the nearest centre by road. A region may choose another. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  '1703': '1730',
  '1706': '1712',
  '1708': '1718',
  '1710': '1722',
  '1712': '1706',
  '1714': '1703',
  '1718': '1710',
  '1722': '1710',
  '1724': '1727',
  '1726': '1727',
  '1727': '1726',
  '1730': '1714',
  '1733': '1735',
  '1735': '1733',
}

/** Regions and districts of Uzbekistan (prisma/data/README.md). Doing so again corrects names and changes nothing else. */
export async function seedReferenceData(db: Db): Promise<void> {
  const places = z.array(Place).parse(soato)
  for (const place of places.filter((one) => one.code.length === 4)) {
    const names = namesOf(place)
    await db.region.upsert({ where: { code: place.code }, create: { code: place.code, ...names }, update: names })
  }
  for (const [code, neighbourCode] of Object.entries(NEIGHBOURS))
    await db.region.updateMany({ where: { code, neighbourCode: null }, data: { neighbourCode } })
  const districts = places.filter((one) => one.code.length === 7)
  const known = new Set((await db.district.findMany({ select: { code: true } })).map((row) => row.code))
  await db.district.createMany({
    data: districts
      .filter((one) => !known.has(one.code))
      .map((one) => ({
        code: one.code,
        regionCode: one.parent,
        centre: one.center ? officialApostrophes(one.center) : null,
        ...namesOf(one),
      })),
  })
}

/** The first row of a database says what it is; demo data is made only where the set-up made the database itself. */
export async function recordInstallation(db: Db, isDemo: boolean, seededAt: Date): Promise<void> {
  await db.installation.upsert({ where: { id: 1 }, create: { isDemo, seededAt }, update: {} })
}

function namesOf(place: z.infer<typeof Place>): { nameUz: string; nameRu: string; nameEn: string } {
  const nameUz = officialApostrophes(place.uz.trim())
  return { nameUz, nameRu: place.ru.trim(), nameEn: place.en?.trim() ?? nameUz }
}

/** oʻ and gʻ are written with U+02BB, every other apostrophe with U+02BC. */
function officialApostrophes(text: string): string {
  return text.replace(/(?<=[oOgG])['‘’`ʻʼ]/g, 'ʻ').replace(/['‘’`]/g, 'ʼ')
}
