'use client'

import { Undo2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IconButton } from '../../kit/button'
import { Panel } from '../../kit/panel'
import type { StructureEditor } from '../use-structure'
import { onReportKey } from './report-keys'
import type { useSigning } from './sign-box'

type Props = {
  readonly title: string
  readonly editor: StructureEditor
  readonly signing: ReturnType<typeof useSigning>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The panel in which a report is written, with its keys: sign, a step back, leave. */
export function ReportFrame({ title, editor, signing, onClose, children }: Props) {
  const t = useTranslations('review.report')
  const keys = {
    sign: signing.press,
    leave: () => (signing.step === 'asked' ? signing.back() : onClose()),
    undo: editor.undo,
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter, Ctrl+Z and Esc work from every control inside, and each has a button
    <div onKeyDown={(event) => onReportKey(event, keys)}>
      <Panel
        title={title}
        aside={
          <>
            <IconButton label={t('undo')} disabled={!editor.canUndo} onClick={editor.undo}>
              <Undo2 size={16} aria-hidden="true" />
            </IconButton>
            <IconButton label={t('close')} onClick={onClose}>
              <X size={16} aria-hidden="true" />
            </IconButton>
          </>
        }
      >
        <div className="grid gap-3">{children}</div>
      </Panel>
    </div>
  )
}
