import { jsonRoute } from '@/server/http/json-route'
import { findPatient } from '@/server/patients/find-patient'

export const POST = jsonRoute((ctx, _params, body) => findPatient(ctx, body))
