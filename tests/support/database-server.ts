/** One database server for all server tests of a run; workers clone their databases from its template. */
import type { TestProject } from 'vitest/node'
import { openTestDatabase } from '../../scripts/up/test-database.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    readonly adminUrl: string
  }
}

export default async function setUp(project: TestProject) {
  const server = await openTestDatabase()
  project.provide('adminUrl', server.adminUrl)
  return server.close
}
