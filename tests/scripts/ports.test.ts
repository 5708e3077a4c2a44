import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { freePort, freePortNear, isPortFree, portOf, requirePort } from '../../scripts/up/ports.mjs'

describe('ports', () => {
  it('are chosen again when the wanted one is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo

    expect(await isPortFree(port, '127.0.0.1')).toBe(false)
    expect(await freePortNear(port)).not.toBe(port)
    await expect(requirePort(port, '127.0.0.1')).rejects.toThrow(`Port ${port} is taken by another program`)
    server.close()
  })

  it('stay the wanted one when it is free', async () => {
    const port = await freePort()
    expect(await freePortNear(port)).toBe(port)
  })

  it.each(['0', '65536', 'http', '3000.5', '-1'])('are refused as %s', (text) => {
    expect(() => portOf(text)).toThrow('whole number from 1 to 65535')
  })
})
