'use client'
import { Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CALIPER_KINDS, type CaliperKind } from '@/ecg/calipers/caliper'
import { Button, IconButton } from '../../kit/button'
import { FailureBanner } from '../../kit/failure-banner'
import { SegmentedControl } from '../../kit/segmented-control'
import type { Calipers } from './use-calipers'

type Props = {
  readonly tool: CaliperKind
  readonly kinds?: readonly CaliperKind[]
  readonly calipers: Calipers
  readonly onTool: (tool: CaliperKind) => void
  /** How to measure, in a line. */
  readonly hint: string
}

/** The tools of measuring: which caliper the next drag sets, one step back and forth. */
export function CaliperBar({ tool, kinds = CALIPER_KINDS, calipers, onTool, hint }: Props) {
  const t = useTranslations('trace.caliper')
  return (
    <div className="mb-2 grid gap-1 max-md:px-(--gutter)">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <div className="max-w-full overflow-x-auto rounded-2 [scrollbar-width:none]">
          <SegmentedControl
            look="tabs"
            label={t('tools')}
            isLabelHidden
            value={tool}
            onChange={onTool}
            segments={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}.short`) }))}
          />
        </div>
        <IconButton
          label={t('undo')}
          disabled={!calipers.canUndo}
          onClick={calipers.undo}
          className="disabled:opacity-40"
        >
          <Undo2 size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={t('redo')}
          disabled={!calipers.canRedo}
          onClick={calipers.redo}
          className="disabled:opacity-40"
        >
          <Redo2 size={16} aria-hidden />
        </IconButton>
        <p className="min-w-0 flex-1 basis-60 text-12 text-ink-2">{hint}</p>
      </div>
      {calipers.failure && (
        <div className="grid gap-1">
          <FailureBanner failure={calipers.failure} />
          <Button size="sm" className="w-fit" onClick={calipers.retry}>
            {t('saveAgain')}
          </Button>
        </div>
      )}
    </div>
  )
}
