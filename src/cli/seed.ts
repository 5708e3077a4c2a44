/** Fills a fresh database: the places of the country, and made-up demo cases where the set-up asks for them. */
import { db } from '@/server/db/client'
import { env } from '@/server/env'
import { seedDemo } from '@/server/seed/demo'
import { recordInstallation, seedReferenceData } from '@/server/seed/reference-data'

const now = new Date()
const isDemo = env().SEED_DEMO === '1'
await seedReferenceData(db())
await recordInstallation(db(), isDemo, now)
const summary = isDemo ? await seedDemo(db(), now) : 'regions and districts'
await db().$disconnect()
console.log(summary)
process.exit(0)
