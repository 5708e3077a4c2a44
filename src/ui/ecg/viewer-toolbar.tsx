'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { LayoutId } from '@/ecg/layout/layouts'
import { SegmentedControl } from '../kit/segmented-control'
import { LayoutMenu } from './layout-menu'
import { ScalePill } from './scale-pill'
import { NARROW_TABS, type SettingsChange, type ViewerSettings, WIDE_TABS } from './viewer-settings'

type Props = {
  readonly settings: ViewerSettings
  /** Of the sheet while two fingers stretch it. */
  readonly shownZoom: number
  readonly isNarrow: boolean
  readonly isLayoutMenuOpen: boolean
  readonly onLayoutMenu: (isOpen: boolean) => void
  readonly onLayout: (id: LayoutId) => void
  readonly onChange: (change: SettingsChange) => void
  /** Beside the scale. */
  readonly tools?: ReactNode
  /** At the end. */
  readonly actions?: ReactNode
}

export function ViewerToolbar(props: Props) {
  const { settings, shownZoom, isNarrow, isLayoutMenuOpen, onLayoutMenu, onLayout, onChange, tools, actions } = props
  const t = useTranslations('trace')
  const tabs: readonly LayoutId[] = isNarrow ? NARROW_TABS : WIDE_TABS
  const layoutId = isNarrow ? settings.narrow : settings.wide
  return (
    <div className="mb-2 flex min-h-[30px] max-w-[calc(var(--mm)*262)] flex-wrap items-center gap-2 max-md:gap-1.5 max-md:px-(--gutter)">
      <SegmentedControl
        look="tabs"
        label={t('layoutChoice')}
        isLabelHidden
        value={tabs.includes(layoutId) ? layoutId : null}
        onChange={onLayout}
        segments={tabs.map((id) => ({ value: id, label: t(`layout.${id}.short`) }))}
      />
      <LayoutMenu
        chosen={layoutId}
        isInTabs={tabs.includes(layoutId)}
        lead={settings.lead}
        isOpen={isLayoutMenuOpen}
        onOpen={onLayoutMenu}
        onLayout={onLayout}
        onChange={onChange}
      />
      <ScalePill settings={settings} shownZoom={shownZoom} onChange={onChange} />
      {tools}
      {!isNarrow && <div className="ml-auto flex items-center gap-2">{actions}</div>}
    </div>
  )
}
