import { describe, expect, it } from 'vitest'
import { loadEnv, parseEnv } from '../../scripts/up/env-file.mjs'

describe('parseEnv', () => {
  it.each([
    ['a plain value', 'PORT=3001', { PORT: '3001' }],
    ['spaces around the sign', '  PORT = 3001  ', { PORT: '3001' }],
    ['a value that holds an equals sign', 'KEY=abc=', { KEY: 'abc=' }],
    ['quotes, which keep a hash', 'KEY="a # b" # why', { KEY: 'a # b' }],
    ['a comment after the value', 'PORT=3001 # web', { PORT: '3001' }],
    ['a comment line', '# PORT=1', {}],
    ['an empty value', 'PORT=', { PORT: '' }],
    ['Windows line ends', 'A=1\r\nB=2\r\n', { A: '1', B: '2' }],
    ['export in front', 'export A=1', { A: '1' }],
  ])('reads %s', (_name, text, values) => {
    expect(parseEnv(text)).toEqual(values)
  })
})

describe('loadEnv', () => {
  it('lets the real environment win, and takes an empty value for none', () => {
    const environment = { NODE_ENV: 'test', PORT: '4000', DATABASE_URL: '' } as const
    expect(loadEnv('no-such-file', environment)).toEqual({ NODE_ENV: 'test', PORT: '4000' })
  })
})
