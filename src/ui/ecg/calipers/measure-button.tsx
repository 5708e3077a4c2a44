import { Ruler } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { Kbd } from '../../kit/kbd'

/** Takes the calipers out and puts them away. */
export function MeasureButton({ isOn, onPress }: { readonly isOn: boolean; readonly onPress: () => void }) {
  const t = useTranslations('trace.caliper')
  return (
    <Button
      size="sm"
      tone={isOn ? 'primary' : 'plain'}
      aria-pressed={isOn}
      aria-keyshortcuts="m"
      onClick={onPress}
      className="max-md:min-h-tap max-md:px-2"
    >
      <Ruler size={14} aria-hidden />
      {t('measure')}
      <Kbd>M</Kbd>
    </Button>
  )
}
