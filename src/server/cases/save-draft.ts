import 'server-only'
import { SaveDraftInput } from '@/cases/api/inputs'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'
import { ladderColumns } from '../escalation/ladder-columns'
import { attachFiles, classOfFiles, ownFiles } from './case-files'
import { lockCase } from './case-scope'
import { createDraft } from './submit-case'

/** Keeps the nurse's form as it stands, so that a closed page or a dead battery loses nothing. */
export async function saveDraft(ctx: Context, rawInput: unknown): Promise<{ draftId: string; savedAt: string }> {
  requirePermission(ctx, 'case.submit')
  const input = SaveDraftInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const files = await ownFiles(tx, ctx, input.fileIds)
    const draft = input.draftId ? await lockCase(tx, ctx, input.draftId) : await createDraft(tx, ctx)
    if (draft.state !== 'DRAFT') throw new AppError('conflict', 'This case was sent already.')
    const now = ctx.now()
    // What the ECG alone says: an emergency that nobody sends calls for help sooner.
    const change = { class: classOfFiles(files), draft: { form: input.form, savedAt: now.toISOString() } }
    await tx.case.update({
      where: { id: draft.id },
      data: { ...change, ...(await ladderColumns(tx, draft, change)) },
    })
    await tx.caseFile.deleteMany({ where: { caseId: draft.id, fileId: { notIn: input.fileIds } } })
    await attachFiles(tx, ctx, draft.id, files)
    await recordAudit(tx, ctx, { action: 'case.save-draft', entityType: 'case', entityId: draft.id })
    return { draftId: draft.id, savedAt: now.toISOString() }
  })
}
