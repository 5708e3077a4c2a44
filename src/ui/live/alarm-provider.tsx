'use client'
/** The alarms of whoever is signed in, on every page: heard from the live events, and said in words once a list knows them. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react'
import type { LiveEvent, QueueItem, QueueResult, UnconfirmedItem } from '@/cases/api/views'
import { can } from '@/cases/permissions'
import { apiGet } from '../api/client'
import { type Alarm, type AlarmState, dismissAlarms, hearEvent, hearQueue, isLoud, NO_ALARM } from './alarm-model'
import { type Me, useLiveEvents, useMe, useOnHello, useReadPlanner, useSpread } from './live-provider'
import { useRinging } from './use-alarm'

/** Whom to call about a case that is in nobody's queue any more, or not yet: nothing is known of the person of a draft. */
export type Ward = Pick<UnconfirmedItem, 'facilityName' | 'facilityPhone'> & {
  readonly person: Pick<UnconfirmedItem, 'patientName' | 'sex' | 'ageYears'> | null
}
type Read = Pick<QueueResult, 'items' | 'unconfirmed' | 'unsent'>

export type Alarms = {
  readonly alarms: readonly Alarm[]
  /** It rings now: nobody at this page has given a sign since the newest alarm. */
  readonly isRinging: boolean
  readonly itemOf: (caseId: string) => QueueItem | null
  readonly wardOf: (caseId: string) => Ward | null
  readonly dismiss: (isDismissed?: (alarm: Alarm) => boolean) => void
  /** A page that reads the queue anyway tells what it read, and nobody else reads it. */
  readonly feed: (read: Read, isFirst: boolean) => void
  readonly joinFeeders: () => () => void
}

const AlarmsContext = createContext<Alarms | null>(null)

type Act = (state: AlarmState) => AlarmState

export function AlarmProvider({ children }: { readonly children: ReactNode }) {
  const me = useMe()
  const spread = useSpread()
  const [state, act] = useReducer((before: AlarmState, change: Act) => change(before), NO_ALARM)
  const [silencedAt, setSilencedAt] = useState(0)
  const [items, setItems] = useState<ReadonlyMap<string, QueueItem>>(() => new Map())
  const [wards, setWards] = useState<ReadonlyMap<string, Ward>>(() => new Map())
  const feeders = useRef(0)
  const hasFed = useRef(false)

  const feed = useCallback<Alarms['feed']>((read, isFirst) => {
    // What a page was rendered with may be older than what has rung since, and would ring again.
    if (isFirst && hasFed.current) return
    hasFed.current = true
    setItems(new Map(read.items.map((item) => [item.caseId, item])))
    setWards(wardsOf(read))
    act((before) => hearQueue(before, read.items, isFirst))
  }, [])
  const joinFeeders = useCallback(() => {
    feeders.current += 1
    return () => {
      feeders.current -= 1
    }
  }, [])

  const planner = useReadPlanner(() => {
    if (feeders.current > 0) return
    // Every EMERGENT case comes with whatever page of the queue: one row is enough.
    void apiGet<QueueResult>('queue?limit=1').then((answer) => {
      if (answer.ok && feeders.current === 0) feed(answer.data, !hasFed.current)
    })
  })
  const isReader = can(me.role, 'queue.read')
  useLiveEvents((event) => {
    act((before) => hearEvent(before, event, me))
    if (isReader && concernsTheList(event, me)) planner.within(spread(event))
  })
  useOnHello(() => {
    if (isReader && feeders.current === 0) planner.within(spread())
  })

  const isRinging = state.alarms.length > 0 && state.rings > silencedAt
  useEffect(() => {
    if (!isRinging) return
    const silence = () => setSilencedAt(state.rings)
    document.addEventListener('pointerdown', silence)
    document.addEventListener('keydown', silence)
    return () => {
      document.removeEventListener('pointerdown', silence)
      document.removeEventListener('keydown', silence)
    }
  }, [isRinging, state.rings])
  useRinging(isRinging, state.alarms.some(isLoud) ? 'emergency' : 'answer')

  const value = useMemo<Alarms>(
    () => ({
      alarms: state.alarms,
      isRinging,
      itemOf: (caseId) => items.get(caseId) ?? null,
      wardOf: (caseId) => wards.get(caseId) ?? null,
      dismiss: (isDismissed = () => true) => act((before) => dismissAlarms(before, isDismissed)),
      feed,
      joinFeeders,
    }),
    [state.alarms, isRinging, items, wards, feed, joinFeeders],
  )
  return <AlarmsContext value={value}>{children}</AlarmsContext>
}

export function useAlarms(): Alarms {
  const alarms = useContext(AlarmsContext)
  if (alarms === null) throw new Error('AlarmProvider is missing')
  return alarms
}

/** For pages that read the queue themselves: their reading serves the alarms too. */
export function useAlarmFeed(): Alarms['feed'] {
  const { feed, joinFeeders } = useAlarms()
  useEffect(() => joinFeeders(), [joinFeeders])
  return feed
}

function wardsOf({ unconfirmed, unsent }: Read): ReadonlyMap<string, Ward> {
  return new Map<string, Ward>([
    ...unsent.map((one) => [one.caseId, { ...one, person: null }] as const),
    ...unconfirmed.map((one) => [one.caseId, { ...one, person: one }] as const),
  ])
}

function concernsTheList(event: LiveEvent, { userId }: Me): boolean {
  return event.class === 'EMERGENT' || event.type === 'escalate' || event.readerId === userId
}
