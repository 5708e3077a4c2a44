import 'server-only'
import { Client } from 'pg'
import type { LiveEvent } from '@/cases/api/views'
import { db } from '../db/client'
import { isDatabaseAway } from '../db/is-database-away'
import { env } from '../env'
import { eventsAfter, headOfLog, placeEvents } from './event-log'

type Listener = (event: LiveEvent) => void
type Channel = {
  readonly listeners: Set<Listener>
  /** The place up to which everything has been delivered; null before the first look at the log. */
  head: number | null
  isReading: boolean
  isAskedAgain: boolean
  readonly waiting: Set<() => void>
}

const RETRY_MS = 1000
/** A notification is only a hint: without any, the log is looked at this often. */
const LOOK_EVERY_MS = 1000
const holder = globalThis as typeof globalThis & { yurakLive?: Channel }

export type Subscription = {
  /** Every event after this place will be heard, in its order and once. */
  readonly head: number
  readonly unsubscribe: () => void
}

/**
 * The process's tail of the ordered log: one LISTEN connection, one reader, fanned out to every open page. Whatever is
 * lost on the way (a notification, the connection, the database), the next look at the log finds what was missed.
 */
export async function subscribe(listener: Listener): Promise<Subscription> {
  const channel = liveChannel()
  while (channel.head === null) await new Promise<void>((resolve) => channel.waiting.add(resolve))
  channel.listeners.add(listener)
  return { head: channel.head, unsubscribe: () => channel.listeners.delete(listener) }
}

function liveChannel(): Channel {
  if (holder.yurakLive) return holder.yurakLive
  const channel: Channel = {
    listeners: new Set(),
    head: null,
    isReading: false,
    isAskedAgain: false,
    waiting: new Set(),
  }
  holder.yurakLive = channel
  setInterval(() => void look(channel), LOOK_EVERY_MS).unref()
  listen(channel)
  void look(channel)
  return channel
}

/** Reads what is new. Asked while it reads, it reads once more afterwards: a burst of hints costs two looks. */
async function look(channel: Channel): Promise<void> {
  channel.isAskedAgain = true
  if (channel.isReading) return
  channel.isReading = true
  try {
    while (channel.isAskedAgain) {
      channel.isAskedAgain = false
      await placeEvents(db())
      if (channel.head === null) begin(channel, await headOfLog(db()))
      else await deliverNew(channel)
    }
  } catch (error) {
    // The next look, a second later, goes on from the same place.
    if (!isDatabaseAway(error)) console.error('live channel: the log could not be read', error)
  } finally {
    channel.isReading = false
  }
}

function begin(channel: Channel, head: number): void {
  channel.head = head
  for (const resolve of channel.waiting) resolve()
  channel.waiting.clear()
}

async function deliverNew(channel: Channel): Promise<void> {
  for (;;) {
    const { events, until, isLast } = await eventsAfter(db(), channel.head ?? 0)
    for (const event of events) {
      channel.head = event.seq
      for (const listener of channel.listeners) listener(event)
    }
    channel.head = until
    if (isLast) return
  }
}

function listen(channel: Channel): void {
  const client = new Client({ connectionString: env().DATABASE_URL, keepAlive: true })
  let isOver = false
  const retry = () => {
    if (isOver) return
    isOver = true
    client.removeAllListeners()
    // A late error of a dead connection must not end the process.
    client.on('error', () => undefined)
    client.end().catch(() => undefined)
    setTimeout(() => listen(channel), RETRY_MS).unref()
  }
  client.on('error', retry)
  client.on('end', retry)
  client.on('notification', () => void look(channel))
  client
    .connect()
    .then(() => client.query('LISTEN yurak_case'))
    .then(() => look(channel))
    .catch(retry)
}
