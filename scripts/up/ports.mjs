/** Ports: whether one is free, and one that is. */
import { createServer } from 'node:net'
import { Refusal } from './say.mjs'

export async function isPortFree(port, host) {
  return (await tryPort(port, host)) === null
}

/** One sentence when the web port cannot be had; said before anything long begins. */
export async function requirePort(port, host) {
  const code = await tryPort(port, host)
  if (code === 'EADDRINUSE') {
    throw new Refusal(`Port ${port} is taken by another program: stop it, or choose another with PORT=3001 npm start.`)
  }
  if (code === 'EACCES') throw new Refusal(`Port ${port} needs more rights: choose one above 1024 with PORT.`)
  if (code !== null) throw new Refusal(`Port ${port} on ${host} cannot be used (${code}): choose another with PORT.`)
}

export function portOf(text) {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT is "${text}", but must be a whole number from 1 to 65535.`)
  }
  return port
}

export async function freePort(host = '127.0.0.1') {
  const server = await listening(0, host)
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The wanted port when it is free, else another. */
export async function freePortNear(wanted, host = '127.0.0.1') {
  return wanted !== undefined && (await isPortFree(wanted, host)) ? wanted : freePort(host)
}

async function tryPort(port, host) {
  try {
    const server = await listening(port, host)
    await new Promise((resolve) => server.close(resolve))
    return null
  } catch (error) {
    return error.code
  }
}

function listening(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => resolve(server))
  })
}
