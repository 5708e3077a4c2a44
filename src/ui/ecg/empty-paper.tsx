import { paperSize, STANDARD_SCALE } from '@/ecg/layout/layout-trace'
import { PaperSheet } from './paper-sheet'
import { USUAL_CHOICE } from './viewer-choice'

/** The grid at its real size, for both widths: nothing moves when the trace comes. */
export function EmptyPaper() {
  return (
    <>
      <PaperSheet {...paperSize(USUAL_CHOICE.wide, STANDARD_SCALE)} className="max-md:hidden" />
      <PaperSheet {...paperSize(USUAL_CHOICE.narrow, STANDARD_SCALE)} className="md:hidden" />
    </>
  )
}
