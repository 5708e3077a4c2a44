/**
 * What a journey starts from: people who are signed in, each in a browser context of their own. A journey fails on any
 * error in a page or its console; a refusal that it provokes on purpose is named in `expectedFaults` beforehand.
 */
import AxeBuilder from '@axe-core/playwright'
import { type Browser, test as base, expect, type Page } from '@playwright/test'

const DEMO_PASSWORD = 'yurak-demo-2026'
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Fixtures = {
  /** A page in a browser context of its own, signed in without the form. */
  readonly signIn: (email: string) => Promise<Page>
  /** A page in a browser context of its own, signed out. */
  readonly visit: () => Promise<Page>
  /** Fails when the page, as it is now, breaks WCAG 2.2 AA. */
  readonly axe: (page: Page) => Promise<void>
  /** Patterns of console errors that the journey means to cause, such as a refused request. */
  readonly expectedFaults: RegExp[]
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
  expectedFaults: async ({}, use) => use([]),

  visit: async ({ browser, expectedFaults }, use) => {
    const faults: string[] = []
    const pages: Page[] = []
    await use(async () => {
      const page = await newPage(browser, faults)
      pages.push(page)
      return page
    })
    await Promise.all(pages.map((page) => page.context().close()))
    expect(faults.filter((fault) => !expectedFaults.some((pattern) => pattern.test(fault)))).toEqual([])
  },

  signIn: async ({ visit }, use) =>
    use(async (email) => {
      const page = await visit()
      await signInByApi(page, email)
      return page
    }),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
  axe: async ({}, use) =>
    use(async (page) => {
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
      expect(violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.target) }))).toEqual(
        [],
      )
    }),
})

export { expect }

async function newPage(browser: Browser, faults: string[]): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()} ${message.location().url}`)
  })
  return page
}

async function signInByApi(page: Page, email: string): Promise<void> {
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const answer = await page.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password: DEMO_PASSWORD, json: 'true' },
  })
  expect(answer.ok(), `${email} signs in`).toBe(true)
}
