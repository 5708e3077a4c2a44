import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { isAlive, processOf, stopProcess } from '../../scripts/up/processes.mjs'

describe('a process that is known by number and beginning', () => {
  it('is alive while it runs and gone when it has ended', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await once(child, 'spawn')
    const known = processOf(child.pid ?? 0)
    expect(isAlive(known)).toBe(true)

    await stopProcess(known, 'SIGTERM', 5_000)
    expect(isAlive(known)).toBe(false)
  })

  it('is not taken for another that has its number now, and that other is left alone', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await once(child, 'spawn')
    const earlier = { pid: child.pid ?? 0, began: 'another boot:1' }
    expect(isAlive(earlier)).toBe(false)

    await stopProcess(earlier, 'SIGKILL', 100)
    expect(isAlive(processOf(child.pid ?? 0))).toBe(true)
    child.kill('SIGKILL')
  })

  it('is killed when it does not end in time', async () => {
    const child = spawn(process.execPath, [
      '-e',
      "process.on('SIGTERM', () => {}); console.log(1); setInterval(() => {}, 9)",
    ])
    await once(child.stdout, 'data')
    const known = processOf(child.pid ?? 0)
    await stopProcess(known, 'SIGTERM', 50)
    expect(isAlive(known)).toBe(false)
  })

  it('is nobody when the number was never given', () => {
    expect(isAlive(null)).toBe(false)
    expect(isAlive(undefined)).toBe(false)
    expect(processOf(2 ** 22 + 1)).toBeNull()
  })
})
