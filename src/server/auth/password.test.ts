import { describe, expect, it } from 'vitest'
import { hashPassword, passwordFault, verifyPassword } from './password'

describe('passwordFault', () => {
  it.each([
    ['refuses eleven characters', 'k7#vQ2m!xzT', 'password_short'],
    ['counts letters of any script, not bytes', 'ўқғҳшчёюяжы', 'password_short'],
    ['accepts twelve of them', 'ўқғҳшчёюяжыэ', null],
    ['accepts 128', 'k7#vQ2m!'.repeat(16), null],
    ['refuses 129', `${'k7#vQ2m!'.repeat(16)}x`, 'password_long'],
    ['refuses one letter repeated', 'aaaaaaaaaaaaaaaa', 'password_common'],
    ['refuses a place and a year', 'Termiz2026!!', 'password_common'],
    ['refuses a common word behind look-alikes', 'P@ssw0rd1234', 'password_common'],
    ['refuses two keyboard rows', 'qwertyuiopasdfghjkl', 'password_common'],
    ['refuses the product and a year', 'yurak-demo-2026', 'password_common'],
    ['refuses the e-mail with a number', 'd.normurodova77', 'password_common'],
    ['refuses the own name', 'Normurodova-Dilnoza', 'password_common'],
    ['accepts four unrelated words', 'tulip carpet engine river', null],
    ['accepts a common word inside something long', 'my heart goes 4 plum jam', null],
    ['accepts what a generator makes', 'vN8-qLx2-Rw9b', null],
  ] as const)('%s', (_name, password, fault) => {
    expect(passwordFault(password, ['d.normurodova@jarqorgon.uz', 'Normurodova Dilnoza'])).toBe(fault)
  })
})

describe('verifyPassword', () => {
  it('knows the password again, in either form of its letters', async () => {
    const stored = await hashPassword('caf\u00e9 tulip carpet')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$/)
    expect(await verifyPassword(stored, 'cafe\u0301 tulip carpet')).toBe(true)
    expect(await verifyPassword(stored, 'cafe tulip carpet')).toBe(false)
  })

  it('never accepts anything for somebody without a password', async () => {
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false)
  })

  it('serves many at once in turn', async () => {
    const hashes = await Promise.all(Array.from({ length: 6 }, (_, i) => hashPassword(`tulip carpet ${i}`)))
    expect(new Set(hashes).size).toBe(6)
  })
})
