/** A reader's open board without the pixels: it hears the live channel and reads the queue upon each event, as the page does. */
export class LiveReader {
  private readonly seenAt = new Map<string, number>()
  private readonly waiting = new Map<string, (at: number) => void>()
  private readonly abort = new AbortController()

  private constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  static async open(base: string, token: string): Promise<LiveReader> {
    const reader = new LiveReader(base, token)
    const response = await reader.get('/api/v1/events')
    const stream = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    if (!stream) throw new Error('no live channel')
    await stream.read()
    void reader.listen(stream).catch(() => undefined)
    return reader
  }

  /** When the queue that was read upon the event held the case; null after five seconds. */
  seen(caseId: string): Promise<number | null> {
    const known = this.seenAt.get(caseId)
    if (known !== undefined) return Promise.resolve(known)
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), 5000)
      this.waiting.set(caseId, (at) => {
        clearTimeout(timer)
        resolve(at)
      })
    })
  }

  close(): void {
    this.abort.abort()
  }

  private async listen(stream: ReadableStreamDefaultReader<string>): Promise<void> {
    let rest = ''
    for (;;) {
      const { done, value } = await stream.read()
      if (done) return
      const blocks = (rest + value).split('\n\n')
      rest = blocks.pop() ?? ''
      // A `hello` after the first one means that events may have been missed: the page reads again, and so does this.
      if (blocks.some((block) => /^event: (case|hello)$/m.test(block))) await this.readQueue()
    }
  }

  private async readQueue(): Promise<void> {
    const queue = (await (await this.get('/api/v1/queue')).json()) as { items: { caseId: string }[] }
    const at = Date.now()
    for (const { caseId } of queue.items) {
      if (this.seenAt.has(caseId)) continue
      this.seenAt.set(caseId, at)
      this.waiting.get(caseId)?.(at)
    }
  }

  private get(path: string): Promise<Response> {
    return fetch(this.base + path, { headers: { authorization: `Bearer ${this.token}` }, signal: this.abort.signal })
  }
}
