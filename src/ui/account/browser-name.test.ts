import { describe, expect, it } from 'vitest'
import { browserName } from './browser-name'

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36'

describe('browserName', () => {
  it.each([
    ['knows the old PC', CHROME, 'Chrome', 'Windows'],
    ['tells Edge from Chrome', `${CHROME} Edg/109.0`, 'Edge', 'Windows'],
    ['knows a phone', CHROME.replace('Windows NT 10.0; Win64; x64', 'Linux; Android 10; K'), 'Chrome', 'Android'],
    ['says nothing of what it does not know', 'curl/8.0', null, null],
    ['says nothing of nothing', null, null, null],
  ] as const)('%s', (_name, agent, browser, system) => {
    expect(browserName(agent)).toEqual({ browser, system })
  })
})
