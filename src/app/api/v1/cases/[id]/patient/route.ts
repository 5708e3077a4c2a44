import { changePatient } from '@/server/cases/change-patient'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => changePatient(ctx, id, body))
