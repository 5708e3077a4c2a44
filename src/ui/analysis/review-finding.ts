import { type ApiResult, apiPost } from '../api/client'

export type FindingOpinion = {
  readonly recordingId: string
  readonly findingId: string
  readonly isAgreed: boolean
  /** Why not; asked for where somebody disagrees. */
  readonly reason?: string
}

export function reviewFinding(caseId: string, opinion: FindingOpinion): Promise<ApiResult<unknown>> {
  return apiPost(`cases/${caseId}/findings`, opinion)
}
