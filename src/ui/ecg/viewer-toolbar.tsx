'use client'
import { ChevronDown, Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from '../kit/button'
import { classNames } from '../kit/class-names'
import { SegmentedControl } from '../kit/segmented-control'
import {
  atUsualScale,
  canZoom,
  GAINS_MM_PER_MV,
  isStandard,
  NARROW_LAYOUTS,
  type SettingsChange,
  SPEEDS_MM_PER_SECOND,
  type ViewerSettings,
  WIDE_LAYOUTS,
  withGain,
  withLayout,
  withSpeed,
  zoomed,
} from './viewer-settings'

type Props = {
  readonly settings: ViewerSettings
  readonly isNarrow: boolean
  readonly onChange: (change: SettingsChange) => void
  readonly actions?: ReactNode
}

export function ViewerToolbar({ settings, isNarrow, onChange, actions }: Props) {
  const t = useTranslations('trace')
  const layouts = isNarrow ? NARROW_LAYOUTS : WIDE_LAYOUTS
  return (
    <div className="mb-2 flex min-h-[30px] max-w-[calc(var(--mm)*262)] flex-wrap items-center gap-2 max-md:gap-1.5 max-md:px-(--gutter)">
      <SegmentedControl
        look="tabs"
        label={t('layoutChoice')}
        isLabelHidden
        value={isNarrow ? settings.narrow : settings.wide}
        onChange={(id) => onChange(withLayout(id))}
        segments={layouts.map((id) => ({ value: id, label: t(`layout.${id}.short`) }))}
      />
      <ScalePill settings={settings} onChange={onChange} />
      {!isNarrow && <div className="ml-auto flex items-center gap-2">{actions}</div>}
    </div>
  )
}

/** Says the scale that is on the paper, red when it is not the usual one; opens what changes it. */
function ScalePill({ settings, onChange }: Pick<Props, 'settings' | 'onChange'>) {
  const t = useTranslations('trace')
  const { scale, zoom } = settings
  const isUsual = isStandard(settings)
  return (
    <Popover.Root>
      <Popover.Trigger
        className={classNames(
          'inline-flex min-h-[26px] items-center gap-2 rounded-1 border px-2.5 text-12 font-semi whitespace-nowrap max-md:min-h-tap max-md:gap-1.5 max-md:px-1.5 max-md:text-13',
          isUsual ? 'border-line-strong bg-surface text-ink' : 'border-emergent bg-emergent-soft text-emergent-ink',
        )}
      >
        <span className="sr-only">{t('scaleChoice')}</span>
        <span>{t('speedOf', { speed: scale.mmPerSecond })}</span>
        <span>{t('gainOf', { gain: scale.mmPerMv })}</span>
        {zoom !== 1 && <span>{zoom === 0.5 ? t('halfScale') : t('sizeOf', { percent: zoom * 100 })}</span>}
        <ChevronDown size={14} aria-hidden className="text-ink-3 max-md:hidden" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('scaleChoice')}
          className="z-50 grid gap-3 rounded-3 border border-line bg-surface p-3 shadow-2"
        >
          <Choice
            label={t('speed')}
            unit={t('unitSpeed')}
            values={SPEEDS_MM_PER_SECOND}
            value={scale.mmPerSecond}
            onChange={(value) => onChange(withSpeed(value))}
          />
          <Choice
            label={t('gain')}
            unit={t('unitGain')}
            values={GAINS_MM_PER_MV}
            value={scale.mmPerMv}
            onChange={(value) => onChange(withGain(value))}
          />
          <div className="flex items-end justify-between gap-4">
            <div>
              <p className="mb-1.5 text-13 font-medium">{t('size')}</p>
              <div className="flex items-center gap-1">
                <Button
                  size="sm"
                  aria-label={t('smaller')}
                  disabled={!canZoom(settings, -1)}
                  onClick={() => onChange(zoomed(-1))}
                >
                  <Minus size={14} aria-hidden />
                </Button>
                <output className="min-w-12 text-center text-12">{t('sizeOf', { percent: zoom * 100 })}</output>
                <Button
                  size="sm"
                  aria-label={t('larger')}
                  disabled={!canZoom(settings, 1)}
                  onClick={() => onChange(zoomed(1))}
                >
                  <Plus size={14} aria-hidden />
                </Button>
              </div>
            </div>
            <Button size="sm" disabled={isUsual} onClick={() => onChange(atUsualScale)}>
              {t('usualScale')}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Choice({
  label,
  unit,
  values,
  value,
  onChange,
}: {
  readonly label: string
  readonly unit: string
  readonly values: readonly number[]
  readonly value: number
  readonly onChange: (value: number) => void
}) {
  return (
    <SegmentedControl
      look="tabs"
      className="w-fit"
      label={`${label}, ${unit}`}
      value={String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
      segments={values.map((choice) => ({ value: String(choice), label: choice }))}
    />
  )
}
