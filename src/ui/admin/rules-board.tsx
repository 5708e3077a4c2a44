'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RuleSettingsResult } from '@/cases/api/assessment-views'
import { shortInstant } from '@/i18n/format'
import { useFindingText } from '../analysis/use-finding-text'
import { Banner } from '../kit/banner'
import { Button } from '../kit/button'
import { Chip } from '../kit/chip'
import { PageHeader } from '../kit/page-header'
import { Panel } from '../kit/panel'
import { Table, Td, Th } from '../kit/table'
import { useToast } from '../kit/toast'
import { useNow } from '../live/now'
import { RuleDialog } from './rule-dialog'

/** Stands for the whole module in the table of settings, as on the server. */
const WHOLE_MODULE = 'all'

type Choice = { readonly ruleId: string; readonly name: string; readonly isOn: boolean }

/** Which automatic findings run, each with its source; every switch asks why and is kept. */
export function RulesBoard({ initial }: { readonly initial: RuleSettingsResult }) {
  const t = useTranslations('analysis.rules')
  const words = useFindingText()
  const toast = useToast()
  const [settings, setSettings] = useState(initial)
  const [choice, setChoice] = useState<Choice | null>(null)
  const done = (next: RuleSettingsResult) => {
    setSettings(next)
    setChoice(null)
    if (choice) toast(`${choice.name}: ${t(choice.isOn ? 'off' : 'on')}`)
  }
  return (
    <div className="grid gap-3 p-3">
      <PageHeader title={t('title')} note={t('note')} />
      {!settings.isModuleOn && (
        <Banner tone="urgent" title={`${t('module')}: ${t('off')}`}>
          {t('moduleNote')}
        </Banner>
      )}
      <Panel
        title={t('module')}
        aside={
          <>
            <State isOn={settings.isModuleOn} />
            <Button
              size="sm"
              onClick={() => setChoice({ ruleId: WHOLE_MODULE, name: t('module'), isOn: settings.isModuleOn })}
            >
              {t(settings.isModuleOn ? 'switchOff' : 'switchOn')}
            </Button>
          </>
        }
        isFlush
      >
        <p className="px-3 py-2 text-12 text-ink-2">
          {t('moduleNote')} {t('version', { version: settings.rulesVersion })}
        </p>
        <Table caption={t('title')}>
          <thead>
            <tr>
              <Th>{t('rule')}</Th>
              <Th className="max-md:hidden">{t('source')}</Th>
              <Th>{t('state')}</Th>
              <Th>
                <span className="sr-only">{t('switchOff')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {settings.items.map((item) => {
              const name = words.title({ id: item.ruleId, values: {} })
              return (
                <tr key={item.ruleId} className="hover:bg-surface-2">
                  <Td>
                    <p className="font-medium">{name}</p>
                    <p className="text-12 text-ink-2">
                      {item.ruleId} {item.version}
                    </p>
                    <Change item={item} />
                  </Td>
                  <Td className="text-12 text-ink-2 max-md:hidden">{item.source}</Td>
                  <Td>
                    <State isOn={item.isOn} />
                  </Td>
                  <Td className="text-right whitespace-nowrap">
                    <Button
                      size="sm"
                      aria-label={`${t(item.isOn ? 'switchOff' : 'switchOn')}: ${name}`}
                      onClick={() => setChoice({ ruleId: item.ruleId, name, isOn: item.isOn })}
                    >
                      {t(item.isOn ? 'switchOff' : 'switchOn')}
                    </Button>
                  </Td>
                </tr>
              )
            })}
          </tbody>
        </Table>
      </Panel>
      {choice && <RuleDialog key={choice.ruleId} {...choice} onClose={() => setChoice(null)} onDone={done} />}
    </div>
  )
}

function State({ isOn }: { readonly isOn: boolean }) {
  const t = useTranslations('analysis.rules')
  return isOn ? <Chip isOutlined>{t('on')}</Chip> : <Chip tone="urgent">{t('off')}</Chip>
}

function Change({ item }: { readonly item: RuleSettingsResult['items'][number] }) {
  const t = useTranslations('analysis.rules')
  const now = useNow()
  if (!item.changedBy || !item.changedAt) return null
  return (
    <p className="text-12 text-ink-3">
      {t('changed', { name: item.changedBy.name, time: shortInstant(item.changedAt, now), reason: item.reason ?? '' })}
    </p>
  )
}
