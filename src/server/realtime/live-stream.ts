import 'server-only'
import type { LiveEvent } from '@/cases/api/views'
import { isStillSignedIn } from '../auth/session'
import { type Context, requirePermission } from '../context'
import { db } from '../db/client'
import { keepPresenceOf } from '../duty/presence'
import { eventsAfter, headOfLog, tailOfLog } from './event-log'
import { subscribe } from './live-channel'

const HEARTBEAT_MS = 15_000
/** Who was away for longer than this many events reads the lists instead: that is what `hello` asks for. */
const REPLAY_LIMIT = 20_000

/**
 * Server-sent events of what the person may see, each once and in the order of the log. Each (re)connect begins with
 * `hello`, upon which a page reads its lists again; with `Last-Event-ID` the events since then follow, then the new ones.
 */
export function liveStream(ctx: Context, request: Request): ReadableStream<Uint8Array> {
  requirePermission(ctx, 'events.listen')
  // A browser sends the header when it reconnects by itself; a page that opens a new stream can only say it in the address.
  const after = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after')
  const lastSeen = parsePosition(after)
  let stop = () => {}
  return new ReadableStream({
    start(controller) {
      const stream = openStream(ctx, controller)
      stop = stream.stop
      request.signal.addEventListener('abort', stop)
      stream.write('retry: 2000\n\n')
      stream.write(`event: hello\ndata: ${JSON.stringify({ serverAt: ctx.now().toISOString() })}\n\n`)
      // A log that cannot be read ends the stream: the page connects again, with the last place that it knows.
      void follow(lastSeen, stream).catch(stop)
    },
    // The reader has closed the stream: it cannot be closed again.
    cancel: () => stop(),
  })
}

type Stream = {
  readonly write: (text: string) => void
  readonly send: (event: LiveEvent) => void
  readonly onStop: (work: () => void) => void
  readonly isOver: () => boolean
  readonly stop: () => void
}

function openStream(ctx: Context, controller: ReadableStreamDefaultController<Uint8Array>): Stream {
  const endings: (() => void)[] = []
  let isOver = false
  const stop = () => {
    if (isOver) return
    isOver = true
    for (const work of endings) work()
    try {
      controller.close()
    } catch {
      // Cancelled by the page: closed already.
    }
  }
  const write = (text: string) => {
    if (isOver) return
    // A slow page must not fill the memory: it reconnects and goes on from the last event that it has.
    if ((controller.desiredSize ?? 0) < -1000) return stop()
    controller.enqueue(encoded(text))
  }
  const heartbeat = setInterval(() => {
    write('event: beat\ndata: {}\n\n')
    // Signed out, dismissed or reset meanwhile: the page reconnects, and is told to sign in.
    isStillSignedIn(ctx).then(
      (isIn) => isIn || stop(),
      () => undefined,
    )
  }, HEARTBEAT_MS)
  endings.push(() => clearInterval(heartbeat), present(ctx.actor.userId))
  return {
    write,
    send: (event) => {
      if (isVisible(ctx, event)) write(textOf(event))
    },
    onStop: (work) => {
      if (isOver) work()
      else endings.push(work)
    },
    isOver: () => isOver,
    stop,
  }
}

/** First what was missed, from the log; then what comes, without a gap and without a repeat between the two. */
async function follow(lastSeen: number | null, stream: Stream): Promise<void> {
  const early: LiveEvent[] = []
  let heardUntil: number | null = null
  const { head, unsubscribe } = await subscribe((event) => {
    if (heardUntil === null) early.push(event)
    else if (event.seq > heardUntil) stream.send(event)
  })
  stream.onStop(unsubscribe)
  if (lastSeen !== null && (await isKept(lastSeen, head))) await replay(lastSeen, head, stream)
  const until = heardBefore(lastSeen, head, lastSeen !== null && lastSeen > head ? await headOfLog(db()) : head)
  for (const event of early) if (event.seq > until) stream.send(event)
  heardUntil = until
}

/**
 * The last place that a page needs not hear again: it may come from another web server that had read further in the log
 * than this one has. A place that the log does not have (another database's) counts for nothing.
 */
export function heardBefore(lastSeen: number | null, headHere: number, headOfTheLog: number): number {
  const isAhead = lastSeen !== null && lastSeen > headHere && lastSeen <= headOfTheLog
  return isAhead ? lastSeen : headHere
}

async function isKept(lastSeen: number, head: number): Promise<boolean> {
  if (lastSeen >= head || head - lastSeen > REPLAY_LIMIT) return false
  const tail = await tailOfLog(db())
  return tail !== null && lastSeen >= tail - 1
}

async function replay(lastSeen: number, head: number, stream: Stream): Promise<void> {
  let position = lastSeen
  while (position < head && !stream.isOver()) {
    const { events, until } = await eventsAfter(db(), position)
    for (const event of events) if (event.seq <= head) stream.send(event)
    position = until > position ? until : head
  }
}

function isVisible(ctx: Context, event: LiveEvent): boolean {
  const { role, facilityId, regionCodes } = ctx.actor
  if (role === 'nurse') return event.facilityId === facilityId
  const isTheirs =
    regionCodes.includes(event.regionCode) ||
    (event.poolRegionCode !== null && regionCodes.includes(event.poolRegionCode))
  // Of a draft the region hears only that it calls for help.
  return isTheirs && (event.state !== 'DRAFT' || event.escalation !== null)
}

const encoder = new TextEncoder()
const encodings = new WeakMap<LiveEvent, string>()
let lastText = ''
let lastBytes = new Uint8Array()

/** Five hundred pages hear the same words: they are put into bytes once. */
function encoded(text: string): Uint8Array {
  if (text !== lastText) {
    lastText = text
    lastBytes = encoder.encode(text)
  }
  return lastBytes
}

function textOf(event: LiveEvent): string {
  const known = encodings.get(event)
  if (known !== undefined) return known
  const text = `event: case\nid: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`
  encodings.set(event, text)
  return text
}

const open = new Map<string, number>()
let beats: NodeJS.Timeout | null = null

/** The person has a page open: written down now, and again with every beat, for all people of the process at once. */
function present(userId: string): () => void {
  open.set(userId, (open.get(userId) ?? 0) + 1)
  const say = (ids: readonly string[]) => keepPresenceOf(db(), ids, new Date()).catch(() => undefined)
  void say([userId])
  if (beats === null) beats = setInterval(() => void say([...open.keys()]), HEARTBEAT_MS).unref()
  return () => {
    const left = (open.get(userId) ?? 1) - 1
    if (left > 0) open.set(userId, left)
    else open.delete(userId)
  }
}

function parsePosition(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}
