'use client'
import type { ReactNode } from 'react'
import { can } from '@/cases/permissions'
import { DutyProvider } from '../duty/duty-provider'
import { ToastProvider } from '../kit/toast'
import { AlarmProvider } from '../live/alarm-provider'
import { LiveProvider, type Me } from '../live/live-provider'
import { ServerClockProvider } from '../live/now'

/** What every page of a person who is signed in lives on: the server's clock, the live line, alarms, duty, messages. */
export function AppProviders({
  me,
  serverAt,
  children,
}: {
  readonly me: Me
  readonly serverAt: string
  readonly children: ReactNode
}) {
  return (
    <ServerClockProvider serverAt={serverAt}>
      <LiveProvider me={me} isEnabled={can(me.role, 'events.listen')}>
        <ToastProvider>
          <AlarmProvider>
            <DutyProvider>{children}</DutyProvider>
          </AlarmProvider>
        </ToastProvider>
      </LiveProvider>
    </ServerClockProvider>
  )
}
