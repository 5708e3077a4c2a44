'use client'
import { ChevronDown, Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { HIGH_PASS_HZ, LOW_PASS_HZ, NOTCH_HZ } from '@/ecg/layout/display-filter'
import { Button } from '../kit/button'
import { classNames } from '../kit/class-names'
import { PopoverPanel } from '../kit/popover-panel'
import { SegmentedControl } from '../kit/segmented-control'
import { ScreenDialog } from './screen-dialog'
import { isActualSize } from './screen-scale'
import { useFilterText } from './use-filter-text'
import { usePixelRatio } from './use-pixel-ratio'
import { useViewerMemory } from './viewer-memory'
import {
  atUsualScale,
  canZoom,
  GAINS_MM_PER_MV,
  isStandard,
  type SettingsChange,
  SPEEDS_MM_PER_SECOND,
  type ViewerSettings,
  withFilter,
  withGain,
  withSpeed,
  zoomed,
} from './viewer-settings'

type Props = {
  readonly settings: ViewerSettings
  readonly shownZoom: number
  readonly onChange: (change: SettingsChange) => void
}

/** Says the scale that is on the paper, red when it or a filter is not the usual one; opens what changes it. */
export function ScalePill({ settings, shownZoom, onChange }: Props) {
  const t = useTranslations('trace')
  const filterText = useFilterText()
  const { screen } = useViewerMemory()
  const pixelRatio = usePixelRatio()
  const [isMeasuring, setIsMeasuring] = useState(false)
  const { scale, filter } = settings
  const isUsual = isStandard({ ...settings, zoom: shownZoom })
  const filters = filterText(filter)
  return (
    <Popover.Root>
      <Popover.Trigger
        data-testid="scale"
        className={classNames(
          'inline-flex min-h-[26px] items-center gap-2 rounded-1 border px-2.5 text-left text-12 font-semi max-md:min-h-tap max-md:gap-x-1.5 max-md:px-1.5 max-md:text-13',
          isUsual ? 'border-line-strong bg-surface text-ink' : 'border-emergent bg-emergent-soft text-emergent-ink',
        )}
      >
        <span className="sr-only">{t('scaleChoice')}</span>
        <span className="flex flex-wrap gap-x-2">
          <span className="whitespace-nowrap">{t('speedOf', { speed: scale.mmPerSecond })}</span>
          <span className="whitespace-nowrap">{t('gainOf', { gain: scale.mmPerMv })}</span>
          {shownZoom !== 1 && (
            <span className="whitespace-nowrap">
              {shownZoom === 0.5 ? t('halfScale') : t('sizeOf', { percent: Math.round(shownZoom * 100) })}
            </span>
          )}
          {filters !== null && <span>{filters}</span>}
          {isActualSize(screen, shownZoom, pixelRatio) && (
            <span className="font-regular whitespace-nowrap max-md:hidden">{t('screen.actual')}</span>
          )}
        </span>
        <ChevronDown size={14} aria-hidden className="flex-none text-ink-3 max-md:hidden" />
      </Popover.Trigger>
      <PopoverPanel label={t('scaleChoice')} className="gap-3 p-3">
        <Choice
          label={`${t('speed')}, ${t('unitSpeed')}`}
          values={SPEEDS_MM_PER_SECOND}
          value={scale.mmPerSecond}
          onChange={(value) => onChange(withSpeed(value))}
        />
        <Choice
          label={`${t('gain')}, ${t('unitGain')}`}
          values={GAINS_MM_PER_MV}
          value={scale.mmPerMv}
          onChange={(value) => onChange(withGain(value))}
        />
        <Size settings={settings} onChange={onChange} />
        <Filters settings={settings} onChange={onChange} />
        <div className="flex flex-wrap justify-between gap-2">
          <Popover.Close asChild>
            <Button size="sm" onClick={() => setIsMeasuring(true)}>
              {t('screen.button')}
            </Button>
          </Popover.Close>
          <Button size="sm" disabled={isUsual} onClick={() => onChange(atUsualScale)}>
            {t('usualScale')}
          </Button>
        </div>
      </PopoverPanel>
      {isMeasuring && <ScreenDialog onClose={() => setIsMeasuring(false)} />}
    </Popover.Root>
  )
}

type ChangeProps = Pick<Props, 'settings' | 'onChange'>

function Size({ settings, onChange }: ChangeProps) {
  const t = useTranslations('trace')
  return (
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
        <output className="min-w-12 text-center text-12">
          {t('sizeOf', { percent: Math.round(settings.zoom * 100) })}
        </output>
        <Button size="sm" aria-label={t('larger')} disabled={!canZoom(settings, 1)} onClick={() => onChange(zoomed(1))}>
          <Plus size={14} aria-hidden />
        </Button>
      </div>
    </div>
  )
}

/** Off until somebody chooses one; each is named on the paper while it is on. */
function Filters({ settings: { filter }, onChange }: ChangeProps) {
  const t = useTranslations('trace.filter')
  return (
    <fieldset className="grid gap-2 border-t border-line pt-2">
      <legend className="sr-only">{t('title')}</legend>
      <Choice
        label={t('highPassChoice')}
        values={[null, ...HIGH_PASS_HZ]}
        value={filter.highPassHz}
        onChange={(highPassHz) => onChange(withFilter({ highPassHz }))}
      />
      <Choice
        label={t('lowPassChoice')}
        values={[null, ...LOW_PASS_HZ]}
        value={filter.lowPassHz}
        onChange={(lowPassHz) => onChange(withFilter({ lowPassHz }))}
      />
      <Choice
        label={t('notchChoice')}
        values={[null, ...NOTCH_HZ]}
        value={filter.notchHz}
        onChange={(notchHz) => onChange(withFilter({ notchHz }))}
      />
      <p className="max-w-60 text-11 text-ink-3">{t('note')}</p>
    </fieldset>
  )
}

function Choice<T extends number | null>({
  label,
  values,
  value,
  onChange,
}: {
  readonly label: string
  readonly values: readonly T[]
  readonly value: T
  readonly onChange: (value: T) => void
}) {
  const t = useTranslations('trace.filter')
  return (
    <SegmentedControl
      look="tabs"
      className="w-fit"
      label={label}
      value={String(value)}
      onChange={(chosen) => {
        const wanted = values.find((choice) => String(choice) === chosen)
        if (wanted !== undefined) onChange(wanted)
      }}
      segments={values.map((choice) => ({ value: String(choice), label: choice ?? t('off') }))}
    />
  )
}
