/**
 * What a journey starts from: people who are signed in, each in a browser context of their own. A journey fails on any
 * error in a page or its console; a refusal that it provokes on purpose is named in `expectedFaults` beforehand.
 */
import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { type APIResponse, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'

const DEMO_PASSWORD = 'yurak-demo-2026'
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** A phone as small as the screens are made for. */
export const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true } as const

export type Axe = (page: Page, themes?: readonly ('light' | 'dark')[]) => Promise<void>

type Fixtures = {
  /** A page in a browser context of its own, signed out. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Page>
  /** A page in a browser context of its own, signed in without the form. */
  readonly signIn: (email: string, options?: BrowserContextOptions) => Promise<Page>
  /** Fails when the page, as it is now, breaks WCAG 2.2 AA in one of the themes, both where none is named. */
  readonly axe: Axe
  /** Patterns of console errors that the journey means to cause, such as a refused request. */
  readonly expectedFaults: RegExp[]
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
  expectedFaults: async ({}, use) => use([]),

  visit: async ({ browser, expectedFaults }, use) => {
    const faults: string[] = []
    const pages: Page[] = []
    await use(async (options) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
      const page = await context.newPage()
      collectFaults(page, faults)
      pages.push(page)
      return page
    })
    await Promise.all(pages.map((page) => page.context().close()))
    expect(faults.filter((fault) => !expectedFaults.some((pattern) => pattern.test(fault)))).toEqual([])
  },

  signIn: async ({ visit }, use) =>
    use(async (email, options) => {
      const page = await visit(options)
      await signInByApi(page, email)
      return page
    }),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
  axe: async ({}, use) =>
    use(async (page, themes = ['light', 'dark']) => {
      const own = await page.locator('html').getAttribute('data-theme')
      const window = page.viewportSize()
      // As tall as its content: what lies under a bar at the foot until one scrolls there cannot be judged.
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      if (window && height > window.height) await page.setViewportSize({ ...window, height })
      for (const [index, theme] of themes.entries()) {
        await setTheme(page, theme)
        // A theme changes colours and nothing else: the whole of the rules once, their colours in each theme.
        const axe = new AxeBuilder({ page })
        const { violations } = await (index === 0 ? axe.withTags(WCAG) : axe.withRules(COLOUR_RULES)).analyze()
        const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.target) }))
        expect(found, `${theme} ${page.url()}`).toEqual([])
      }
      await setTheme(page, own ?? 'light')
      if (window) await page.setViewportSize(window)
    }),
})

export { expect }

/** Faults of a page that a journey opened by itself, as another tab of the same person. */
export function collectFaults(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()} ${message.location().url}`)
  })
}

/** Through the form, whose click also lets the page sound. */
export async function signInByForm(page: Page, email: string, password = DEMO_PASSWORD): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** A write through the page's own session, for what a journey needs but does not look at. */
export async function post<T>(page: Page, path: string, body: unknown): Promise<T> {
  const answer = await page.request.post(`/api/v1/${path}`, {
    data: body,
    headers: { 'idempotency-key': randomUUID() },
  })
  return bodyOf<T>(answer, path)
}

export async function get<T>(page: Page, path: string): Promise<T> {
  return bodyOf<T>(await page.request.get(`/api/v1/${path}`), path)
}

/** The page is as wide as its window: nothing sticks out to the side. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `pixels that stick out at ${page.url()}`).toBeLessThanOrEqual(0)
}

export async function signInByApi(page: Page, email: string, password = DEMO_PASSWORD): Promise<void> {
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const answer = await page.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password, json: 'true' },
  })
  expect(answer.ok(), `${email} signs in`).toBe(true)
}

async function bodyOf<T>(answer: APIResponse, path: string): Promise<T> {
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
  return answer.json()
}

/** Colours glide from one theme to the other; what is looked at is where they arrive. */
async function setTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    document.documentElement.dataset.theme = wanted
    const running = document.getAnimations().filter((each) => each instanceof CSSTransition)
    await Promise.allSettled(running.map((each) => each.finished))
  }, theme)
}
