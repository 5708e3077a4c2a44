'use client'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { SegmentedControl } from '../../kit/segmented-control'
import { CaliperBar } from '../calipers/caliper-bar'
import { GAINS_MM_PER_MV, SPEEDS_MM_PER_SECOND } from '../viewer-settings'
import { KNOWN_MM, PICTURE_KINDS, type PictureMeasuring } from './use-picture-measuring'

/** First the scale of the picture, by two places on a known distance; then the calipers. */
export function PictureBar({ measuring }: { readonly measuring: PictureMeasuring }) {
  const t = useTranslations('trace.picture.scale')
  const { tool, setTool, calipers, known, setKnown, scale } = measuring
  if (tool === null) return null
  if (scale) {
    const hint = t('is', { mm: scale.knownMm, speed: scale.mmPerSecond, gain: scale.mmPerMv })
    return (
      <div>
        <CaliperBar tool={tool} kinds={PICTURE_KINDS} calipers={calipers} onTool={setTool} hint={hint} />
        <Button size="sm" className="mb-2 max-md:mx-(--gutter)" onClick={measuring.forgetScale}>
          {t('again')}
        </Button>
      </div>
    )
  }
  return (
    <div className="mb-2 grid gap-2 max-md:px-(--gutter)">
      <p className="font-medium">{t('first')}</p>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Choice
          label={t('distance')}
          values={KNOWN_MM}
          value={known.knownMm}
          onChange={(knownMm) => setKnown({ ...known, knownMm })}
        />
        <Choice
          label={t('speed')}
          values={SPEEDS_MM_PER_SECOND}
          value={known.mmPerSecond}
          onChange={(mmPerSecond) => setKnown({ ...known, mmPerSecond })}
        />
        <Choice
          label={t('gain')}
          values={GAINS_MM_PER_MV}
          value={known.mmPerMv}
          onChange={(mmPerMv) => setKnown({ ...known, mmPerMv })}
        />
        <Button tone="primary" size="sm" disabled={!measuring.canKeepScale} onClick={measuring.keepScale}>
          {t('use')}
        </Button>
      </div>
    </div>
  )
}

function Choice({
  label,
  values,
  value,
  onChange,
}: {
  readonly label: string
  readonly values: readonly number[]
  readonly value: number
  readonly onChange: (value: number) => void
}) {
  return (
    <SegmentedControl
      look="tabs"
      className="w-fit"
      label={label}
      value={String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
      segments={values.map((choice) => ({ value: String(choice), label: choice }))}
    />
  )
}
