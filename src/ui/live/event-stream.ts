/**
 * One `EventSource` on `/api/v1/events` that never gives up: the browser reconnects by itself after a broken line,
 * this does so after a refused one, and a check of the line every 20 s notices a connection that died in silence.
 */
import { LiveEvent } from '@/cases/api/views'

export type LineStatus = 'connecting' | 'live' | 'lost' | 'signed_out'
export type StreamListener = {
  readonly onStatus: (status: LineStatus) => void
  readonly onHello: (serverAt: string) => void
  readonly onEvent: (event: LiveEvent) => void
  readonly onLatency: (latencyMs: number) => void
}

const CHECK_EVERY_MS = 20_000
const CHECK_LIMIT_MS = 8_000
const RECONNECT_AFTER_MS = 3_000
const SEEN_EVENTS = 500

/** Starts the stream; the answer stops it. */
export function openEventStream(listener: StreamListener): () => void {
  const seen = new Set<string>()
  let source: EventSource | null = null
  let reconnect: ReturnType<typeof setTimeout> | null = null
  let isStopped = false

  const connect = () => {
    source?.close()
    reconnect = null
    if (isStopped) return
    source = new EventSource('/api/v1/events')
    source.addEventListener('hello', (message) => {
      listener.onStatus('live')
      listener.onHello(serverAtOf(message.data))
    })
    source.addEventListener('case', (message) => {
      const event = eventOf(message.data)
      if (event !== null && isNew(seen, event.id)) listener.onEvent(event)
    })
    source.addEventListener('error', () => {
      if (isStopped) return
      listener.onStatus('lost')
      if (source?.readyState === EventSource.CLOSED) void whyClosed().then(later)
    })
  }
  const later = (status: LineStatus) => {
    if (isStopped) return
    listener.onStatus(status)
    reconnect ??= setTimeout(connect, RECONNECT_AFTER_MS)
  }
  const drop = () => {
    source?.close()
    later('lost')
  }
  const check = async () => {
    const latencyMs = await roundTrip()
    if (isStopped) return
    if (latencyMs !== null) return listener.onLatency(latencyMs)
    drop()
  }

  connect()
  void check()
  const timer = setInterval(() => void check(), CHECK_EVERY_MS)
  const hurry = () => connect()
  window.addEventListener('online', hurry)
  window.addEventListener('offline', drop)
  return () => {
    isStopped = true
    clearInterval(timer)
    if (reconnect !== null) clearTimeout(reconnect)
    window.removeEventListener('online', hurry)
    window.removeEventListener('offline', drop)
    source?.close()
  }
}

async function whyClosed(): Promise<LineStatus> {
  const abort = new AbortController()
  try {
    const response = await fetch('/api/v1/events', { signal: abort.signal, headers: { accept: 'text/event-stream' } })
    return response.status === 401 ? 'signed_out' : 'lost'
  } catch {
    return 'lost'
  } finally {
    abort.abort()
  }
}

async function roundTrip(): Promise<number | null> {
  const startedAt = performance.now()
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), CHECK_LIMIT_MS)
  try {
    const response = await fetch('/api/health', { cache: 'no-store', signal: abort.signal })
    await response.arrayBuffer()
    return performance.now() - startedAt
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

function isNew(seen: Set<string>, id: string): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  const [oldest] = seen
  if (seen.size > SEEN_EVENTS && oldest !== undefined) seen.delete(oldest)
  return true
}

function eventOf(data: string): LiveEvent | null {
  try {
    return LiveEvent.parse(JSON.parse(data))
  } catch {
    return null
  }
}

function serverAtOf(data: string): string {
  try {
    const hello: unknown = JSON.parse(data)
    if (typeof hello === 'object' && hello !== null && 'serverAt' in hello) return String(hello.serverAt)
  } catch {
    return ''
  }
  return ''
}
