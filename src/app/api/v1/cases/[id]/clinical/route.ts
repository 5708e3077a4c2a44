import { addClinical } from '@/server/cases/add-clinical'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => addClinical(ctx, id, body))
