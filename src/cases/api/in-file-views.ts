/** What a file says of itself: the numbers and words of the device, and whose ECG it is. */
import { z } from 'zod'
import { SEXES } from '../values'

const maybe = <T extends z.ZodType>(schema: T) => schema.nullable()

export const ReportedView = z.object({
  heartRateBpm: maybe(z.number()),
  rrMs: maybe(z.number()),
  pMs: maybe(z.number()),
  prMs: maybe(z.number()),
  qrsMs: maybe(z.number()),
  qtMs: maybe(z.number()),
  qtcMs: maybe(z.number()),
  pAxisDeg: maybe(z.number()),
  qrsAxisDeg: maybe(z.number()),
  tAxisDeg: maybe(z.number()),
  statements: z.array(z.string()),
})

export const PatientInFileView = z.object({
  id: maybe(z.string()),
  familyName: maybe(z.string()),
  givenName: maybe(z.string()),
  sex: maybe(z.enum(SEXES)),
  birthDate: maybe(z.string()),
  ageYears: maybe(z.number()),
})
