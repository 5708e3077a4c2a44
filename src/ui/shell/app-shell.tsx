'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CaseListItem } from '@/cases/api/views'
import { can } from '@/cases/permissions'
import { AlarmBar } from './alarm-bar'
import { AnswerBar } from './answer-bar'
import { AnswersProvider } from './answers'
import { AppProviders } from './app-providers'
import { Dock } from './dock'
import { LineBar, SoundBar } from './line-bars'
import type { SignedInPerson } from './person'
import type { ThemeChoice } from './theme-menu'
import { TopBar } from './top-bar'

/** What surrounds every page of a person who is signed in. */
export function AppShell({
  person,
  theme,
  serverAt,
  answers,
  children,
}: {
  readonly person: SignedInPerson
  readonly theme: ThemeChoice
  readonly serverAt: string
  readonly answers: readonly CaseListItem[]
  readonly children: ReactNode
}) {
  const t = useTranslations('shell')
  const hasLine = can(person.role, 'events.listen')
  return (
    <AppProviders me={person} serverAt={serverAt}>
      <AnswersProvider initial={answers} isEnabled={person.role === 'nurse'}>
        <a href="#content" className="sr-only focus:not-sr-only focus:fixed focus:z-50 focus:bg-surface focus:p-3">
          {t('skip')}
        </a>
        <TopBar person={person} theme={theme} hasLine={hasLine} />
        <main id="content" className="pb-[calc(var(--dock)+12px)]">
          {children}
        </main>
        <Dock>
          {hasLine && <SoundBar />}
          {hasLine && <LineBar phone={person.phone} />}
          <AlarmBar />
          <AnswerBar />
        </Dock>
      </AnswersProvider>
    </AppProviders>
  )
}
