import 'server-only'
import type { z } from 'zod'
import { FindPatientInput } from '@/cases/api/inputs'
import type { FindPatientResult } from '@/cases/api/sending-views'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import { findByExactId, patientView } from './patient-records'

/** An exact PINFL or passport, never a name, finds a person in every facility; each look leaves a trace. */
export async function findPatient(ctx: Context, rawInput: unknown): Promise<z.infer<typeof FindPatientResult>> {
  requirePermission(ctx, 'patient.find')
  const { id } = FindPatientInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await findByExactId(tx, id)
    await recordAudit(tx, ctx, { action: 'patient.find', entityType: 'patient', entityId: found?.id ?? 'none' })
    if (!found) return { patient: null, earlierEcgs: [] }
    const earlier = await tx.case.groupBy({
      by: ['facilityId'],
      where: { patientId: found.id, submittedAt: { not: null } },
      _count: true,
      _max: { submittedAt: true },
    })
    const facilities = await tx.facility.findMany({
      where: { id: { in: earlier.map((row) => row.facilityId) } },
      select: { id: true, name: true },
    })
    return {
      patient: patientView(found, ctx.now()),
      earlierEcgs: earlier.flatMap((row) => {
        const facilityName = facilities.find((facility) => facility.id === row.facilityId)?.name
        const lastAt = row._max.submittedAt?.toISOString()
        return facilityName && lastAt ? [{ facilityName, count: row._count, lastAt }] : []
      }),
    }
  })
}
