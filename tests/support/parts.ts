/** Requests to the set-up that began this program beside an application of its own (`scripts/up/beside.mjs`). */

export type Part = 'web' | 'worker' | 'database'

type Request =
  | { readonly verb: 'kill'; readonly part: Part; readonly signal?: 'SIGKILL' | 'SIGQUIT' }
  | { readonly verb: 'fallen' | 'anotherWeb' }
type Reply = { readonly id: number; readonly value?: unknown; readonly fault?: string }

let lastId = 0

/** Without warning, and at once begun again: answers when it was (the database: answered again), in ms. */
export function kill(part: Part, signal: 'SIGKILL' | 'SIGQUIT' = 'SIGKILL'): Promise<number> {
  return ask({ verb: 'kill', part, signal })
}

/** How many processes of the application ended though nobody had killed them. */
export function fallen(): Promise<number> {
  return ask({ verb: 'fallen' })
}

/** The address of one more web server on the same database. */
export function anotherWeb(): Promise<string> {
  return ask({ verb: 'anotherWeb' })
}

function ask<T>(request: Request): Promise<T> {
  const id = ++lastId
  return new Promise((resolve, reject) => {
    const hear = (reply: Reply) => {
      if (reply.id !== id) return
      process.off('message', hear)
      if (reply.fault === undefined) resolve(reply.value as T)
      else reject(new Error(reply.fault))
    }
    process.setMaxListeners(0)
    process.on('message', hear)
    process.send?.({ id, ...request })
  })
}
