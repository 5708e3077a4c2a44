/**
 * One open page's live channel as a strict client hears it: nothing is sorted, nothing is left out, and after a cut it
 * goes on with the last id that it read.
 */
import { Agent, type ClientRequest, get } from 'node:http'

export type Heard = { readonly position: number; readonly text: string; readonly at: number }

/** Each page has a connection of its own. */
const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })
const RETRY_MS = 100

export class EventLine {
  private request: ClientRequest | null = null
  private lastId: string
  private isClosed = false
  private opened: () => void = () => undefined
  /** How often it had to connect. */
  connections = 0

  /** `bases` are taken in turns: a page that reconnects may come to another web server. */
  constructor(
    private readonly bases: readonly string[],
    private readonly token: string,
    private readonly onEvent: (event: Heard) => void,
    lastPosition: number,
  ) {
    this.lastId = String(lastPosition)
  }

  /** Until the channel has said `hello`. */
  open(): Promise<void> {
    return new Promise((resolve) => {
      this.opened = resolve
      this.connect()
    })
  }

  /** The line breaks without a word; the page connects again at once. */
  cut(): void {
    this.request?.destroy()
  }

  close(): void {
    this.isClosed = true
    this.request?.destroy()
  }

  private connect(): void {
    if (this.isClosed) return
    const base = this.bases[this.connections % this.bases.length]
    this.connections += 1
    const headers = { authorization: `Bearer ${this.token}`, 'last-event-id': this.lastId }
    const request = get(`${base}/api/v1/events`, { agent, headers }, (answer) => {
      let rest = ''
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => {
        if (request !== this.request) return
        const blocks = (rest + text).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) this.hear(block)
      })
    })
    this.request = request
    request.on('error', () => undefined)
    request.on('close', () => setTimeout(() => this.connect(), RETRY_MS))
  }

  private hear(block: string): void {
    if (block.startsWith('event: hello')) this.opened()
    if (!block.startsWith('event: case\n')) return
    const id = /^id: (\d+)$/m.exec(block)?.[1]
    if (id === undefined) throw new Error(`an event without an id: ${block}`)
    this.lastId = id
    this.onEvent({ position: Number(id), text: block, at: Date.now() })
  }
}
