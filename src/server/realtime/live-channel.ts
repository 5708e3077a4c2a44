import 'server-only'
import { Client } from 'pg'
import { LiveEvent } from '@/cases/api/views'
import { env } from '../env'

type Listener = { readonly onEvent: (event: LiveEvent) => void; readonly onGap: () => void }

type Channel = { readonly listeners: Set<Listener>; isUp: boolean }

const RETRY_MS = 1000
const holder = globalThis as typeof globalThis & { yurakLive?: Channel }

/**
 * One LISTEN connection of this process, fanned out to every open page. When the connection breaks, events
 * may have been missed: after the reconnect every listener hears `onGap` and makes its page read again.
 */
export function subscribe(listener: Listener): () => void {
  const channel = liveChannel()
  channel.listeners.add(listener)
  return () => channel.listeners.delete(listener)
}

function liveChannel(): Channel {
  if (holder.yurakLive) return holder.yurakLive
  const channel: Channel = { listeners: new Set(), isUp: false }
  holder.yurakLive = channel
  connect(channel)
  return channel
}

function connect(channel: Channel): void {
  const client = new Client({ connectionString: env().DATABASE_URL, keepAlive: true })
  let isOver = false
  const retry = () => {
    if (isOver) return
    isOver = true
    channel.isUp = false
    client.removeAllListeners()
    // A late error of a dead connection must not end the process.
    client.on('error', () => undefined)
    client.end().catch(() => undefined)
    setTimeout(() => connect(channel), RETRY_MS).unref()
  }
  client.on('error', retry)
  client.on('end', retry)
  client.on('notification', (message) => {
    const event = LiveEvent.safeParse(JSON.parse(message.payload ?? 'null'))
    if (event.success) for (const listener of channel.listeners) listener.onEvent(event.data)
  })
  client
    .connect()
    .then(() => client.query('LISTEN yurak_case'))
    .then(() => {
      channel.isUp = true
      for (const listener of channel.listeners) listener.onGap()
    })
    .catch(retry)
}
