/** Requests one after another on each of some connections that stay open, as fast as they are answered. */
import { Agent, get } from 'node:http'
import { summary } from '../measure'

export type Load = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly connections: number
  readonly seconds: number
}

export async function load({ url, headers, connections, seconds }: Load) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let failed = 0
  const began = performance.now()
  const until = began + seconds * 1000
  const one = async () => {
    while (performance.now() < until) {
      const at = performance.now()
      if ((await statusOf(url, headers, agent)) === 200) times.push(performance.now() - at)
      else failed += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  return summary(times, performance.now() - began, failed)
}

/** Read to the end, kept nowhere: the client shares the processor with the application. */
function statusOf(url: string, headers: Readonly<Record<string, string>>, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    const request = get(url, { agent, headers }, (answer) => {
      answer.once('end', () => resolve(answer.statusCode ?? 0))
      answer.resume()
    })
    request.once('error', () => resolve(0))
  })
}
