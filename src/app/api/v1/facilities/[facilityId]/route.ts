import { updateFacility } from '@/server/facilities/update-facility'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, params, body) => updateFacility(ctx, params.facilityId ?? '', body))
