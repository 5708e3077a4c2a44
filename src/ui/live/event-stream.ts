/**
 * One `EventSource` on `/api/v1/events` that never gives up: the browser reconnects by itself after a broken line, this
 * does so after a refused one and after a silent one (the server beats every 15 s). Where the stream cannot get through
 * although the server answers (a proxy that holds it back), the page asks every 10 s instead, and goes on trying.
 */
import { LiveEvent } from '@/cases/api/views'

/** `slow`: the page asks again and again, because the stream does not get through. */
export type LineStatus = 'connecting' | 'live' | 'slow' | 'lost' | 'signed_out'
export type StreamListener = {
  readonly onStatus: (status: LineStatus) => void
  readonly onHello: (serverAt: string) => void
  readonly onEvent: (event: LiveEvent) => void
  readonly onLatency: (latencyMs: number) => void
}

const CHECK_EVERY_MS = 20_000
const CHECK_LIMIT_MS = 8_000
const RECONNECT_AFTER_MS = 3_000
/** No `hello` within this time: the stream does not get through. */
const HELLO_LIMIT_MS = 8_000
const POLL_EVERY_MS = 10_000
const TRY_STREAM_EVERY_MS = 60_000
/** More than two beats are missing: nobody is at the other end. */
const SILENT_MS = 40_000
const WATCH_EVERY_MS = 5_000

/** Starts the stream; the answer stops it. */
export function openEventStream(listener: StreamListener): () => void {
  let source: EventSource | null = null
  let reconnect: ReturnType<typeof setTimeout> | null = null
  let helloLimit: ReturnType<typeof setTimeout> | undefined
  let heardAtMs: number | null = null
  let pollingSinceMs: number | null = null
  let polledAtMs = 0
  /** Of the last event heard: a stream of our own making goes on after it, as the browser's reconnection would. */
  let lastId = ''
  let isStopped = false

  const hear = () => {
    heardAtMs = performance.now()
    pollingSinceMs = null
    clearTimeout(helloLimit)
  }
  const connect = () => {
    source?.close()
    if (reconnect !== null) clearTimeout(reconnect)
    reconnect = null
    heardAtMs = null
    if (isStopped) return
    clearTimeout(helloLimit)
    helloLimit = setTimeout(() => void poll(), HELLO_LIMIT_MS)
    const mine = new EventSource(lastId === '' ? '/api/v1/events' : `/api/v1/events?after=${lastId}`)
    source = mine
    mine.addEventListener('hello', (message) => {
      hear()
      listener.onStatus('live')
      listener.onHello(serverAtOf(message.data))
    })
    mine.addEventListener('beat', hear)
    mine.addEventListener('case', (message) => {
      hear()
      lastId = message.lastEventId
      const event = eventOf(message.data)
      if (event !== null) listener.onEvent(event)
    })
    mine.addEventListener('error', () => {
      if (isStopped || mine !== source) return
      if (pollingSinceMs === null) listener.onStatus('lost')
      if (mine.readyState === EventSource.CLOSED) void whyClosed().then(later)
    })
  }
  const later = (status: LineStatus) => {
    if (isStopped) return
    if (pollingSinceMs === null || status === 'signed_out') listener.onStatus(status)
    reconnect ??= setTimeout(connect, RECONNECT_AFTER_MS)
  }
  const drop = () => {
    source?.close()
    pollingSinceMs = null
    later('lost')
  }
  /** The stream is silent. While the server answers, every answer counts as a greeting: the lists are read again. */
  const poll = async () => {
    if (isStopped || heardAtMs !== null) return
    pollingSinceMs ??= performance.now()
    polledAtMs = performance.now()
    const latencyMs = await roundTrip()
    if (isStopped || pollingSinceMs === null) return
    if (latencyMs === null) return drop()
    listener.onLatency(latencyMs)
    listener.onStatus('slow')
    listener.onHello('')
  }
  const watch = () => {
    const nowMs = performance.now()
    if (heardAtMs !== null && nowMs - heardAtMs > SILENT_MS) {
      listener.onStatus('lost')
      connect()
    }
    if (pollingSinceMs === null) return
    if (nowMs - pollingSinceMs > TRY_STREAM_EVERY_MS) {
      pollingSinceMs = nowMs
      connect()
    }
    if (nowMs - polledAtMs >= POLL_EVERY_MS) void poll()
  }
  const check = async () => {
    if (pollingSinceMs !== null) return
    const latencyMs = await roundTrip()
    if (isStopped) return
    if (latencyMs !== null) return listener.onLatency(latencyMs)
    drop()
  }

  connect()
  void check()
  const timers = [setInterval(() => void check(), CHECK_EVERY_MS), setInterval(watch, WATCH_EVERY_MS)]
  window.addEventListener('online', connect)
  window.addEventListener('offline', drop)
  return () => {
    isStopped = true
    for (const timer of timers) clearInterval(timer)
    clearTimeout(helloLimit)
    if (reconnect !== null) clearTimeout(reconnect)
    window.removeEventListener('online', connect)
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
