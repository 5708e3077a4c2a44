/** Loaded into web and worker before their own code: they end when the program that started them is gone. */
import { isMainThread } from 'node:worker_threads'

const parent = process.ppid
if (isMainThread) {
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 1_000).unref()
}
