import { cookies } from 'next/headers'
import { Suspense } from 'react'
import type { CaseView } from '@/cases/api/views'
import type { Context } from '@/server/context'
import { AppError } from '@/server/errors'
import { getPageWaveform } from '@/server/recordings/overview-queries'
import { EcgPaper } from '@/ui/ecg/ecg-paper'
import { EmptyPaper } from '@/ui/ecg/empty-paper'
import { CHOICE_COOKIE, parseChoice } from '@/ui/ecg/viewer-choice'

type Props = { readonly ctx: Context; readonly view: CaseView }

/**
 * The newest ECG as the server draws it, in the reader's own arrangement: to be read before any script of ours has
 * come. The rest of the page does not wait for it.
 */
export function FirstTrace(props: Props) {
  return (
    <Suspense fallback={<EmptyPaper />}>
      <Drawn {...props} />
    </Suspense>
  )
}

async function Drawn({ ctx, view }: Props) {
  const recording = view.files[0]?.recording
  if (recording?.kind !== 'waveform') return null
  const { wide, narrow, lead } = parseChoice((await cookies()).get(CHOICE_COOKIE)?.value)
  const waveform = await getPageWaveform(ctx, recording.recordingId, 0).catch((error: unknown) => {
    // The page asks again, and says what is wrong.
    if (error instanceof AppError) return null
    throw error
  })
  if (!waveform) return <EmptyPaper />
  const shown = { waveform, lead, isSynthetic: recording.isSynthetic }
  return (
    <>
      <EcgPaper {...shown} layoutId={wide} className="max-md:hidden" />
      <EcgPaper {...shown} layoutId={narrow} className="md:hidden" />
    </>
  )
}
