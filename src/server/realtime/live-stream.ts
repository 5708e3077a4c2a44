import 'server-only'
import type { LiveEvent } from '@/cases/api/views'
import { isStillSignedIn } from '../auth/session'
import { type Context, requirePermission } from '../context'
import { subscribe } from './live-channel'

const HEARTBEAT_MS = 15_000
/** A number is given before its transaction commits, so events may become visible out of order by this much. */
const OUT_OF_ORDER_MS = 30_000
const REPLAY_LIMIT = 500

/**
 * Server-sent events of what the person may see. Each (re)connect begins with `hello`, upon which a page reads
 * its lists again; with `Last-Event-ID` the events since then are repeated as well. An event may come twice
 * (same `id` inside), never not at all.
 */
export function liveStream(ctx: Context, request: Request): ReadableStream<Uint8Array> {
  requirePermission(ctx, 'events.listen')
  const encoder = new TextEncoder()
  const lastSeq = parseSeq(request.headers.get('last-event-id'))
  let letGo = () => {}
  return new ReadableStream({
    start(controller) {
      let isOver = false
      const write = (text: string) => {
        if (isOver) return
        // A slow page must not fill the memory: it reconnects and reads again.
        if ((controller.desiredSize ?? 0) < -1000) return stop()
        controller.enqueue(encoder.encode(text))
      }
      const hello = () => write(`event: hello\ndata: ${JSON.stringify({ serverAt: ctx.now().toISOString() })}\n\n`)
      const send = (event: LiveEvent) => {
        if (isVisible(ctx, event)) write(`event: case\nid: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`)
      }
      const unsubscribe = subscribe({ onEvent: send, onGap: hello })
      const heartbeat = setInterval(() => {
        write(': beat\n\n')
        // Signed out, dismissed or reset meanwhile: the page reconnects, and is told to sign in.
        isStillSignedIn(ctx).then(
          (isIn) => isIn || stop(),
          () => undefined,
        )
      }, HEARTBEAT_MS)
      letGo = () => {
        isOver = true
        clearInterval(heartbeat)
        unsubscribe()
      }
      const stop = () => {
        if (isOver) return
        letGo()
        controller.close()
      }
      request.signal.addEventListener('abort', stop)
      write('retry: 2000\n\n')
      hello()
      if (lastSeq !== null) void replay(ctx, lastSeq).then((events) => events.forEach(send), stop)
    },
    // The reader has closed the stream: it cannot be closed again.
    cancel: () => letGo(),
  })
}

function isVisible(ctx: Context, event: LiveEvent): boolean {
  const { role, facilityId, regionCodes } = ctx.actor
  if (role === 'nurse') return event.facilityId === facilityId
  return regionCodes.includes(event.regionCode) && event.state !== 'DRAFT'
}

async function replay(ctx: Context, lastSeq: number): Promise<LiveEvent[]> {
  const seen = await ctx.db.caseEvent.findUnique({ where: { seq: lastSeq }, select: { at: true } })
  const rows = await ctx.db.caseEvent.findMany({
    where: {
      OR: [{ seq: { gt: lastSeq } }, ...(seen ? [{ at: { gte: new Date(seen.at.getTime() - OUT_OF_ORDER_MS) } }] : [])],
      ...(ctx.actor.role === 'nurse'
        ? { facilityId: ctx.actor.facilityId ?? '' }
        : { regionCode: { in: [...ctx.actor.regionCodes] } }),
    },
    orderBy: { seq: 'asc' },
    take: REPLAY_LIMIT,
    include: { case: { select: { class: true, readerId: true } } },
  })
  return rows.map((row) => ({
    id: row.id,
    seq: Number(row.seq),
    caseId: row.caseId,
    type: row.type,
    at: row.at.toISOString(),
    state: row.stateAfter,
    class: row.case.class,
    facilityId: row.facilityId,
    regionCode: row.regionCode,
    actorId: row.actorId,
    readerId: row.case.readerId,
  }))
}

function parseSeq(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}
