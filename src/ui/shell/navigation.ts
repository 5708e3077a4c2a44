import type { Route } from 'next'
import type { Role } from '@/cases/values'

type NavItem = {
  readonly key:
    | 'queue'
    | 'cases'
    | 'regionCases'
    | 'newCase'
    | 'duty'
    | 'ladder'
    | 'wall'
    | 'facilities'
    | 'people'
    | 'rules'
    | 'audit'
  readonly href: Route
}

/** Pages of each role, its start page first. */
export const NAVIGATION: Readonly<Record<Role, readonly [NavItem, ...NavItem[]]>> = {
  nurse: [
    { key: 'cases', href: '/cases' },
    { key: 'newCase', href: '/cases/new' },
  ],
  cardiologist: [
    { key: 'queue', href: '/queue' },
    { key: 'regionCases', href: '/cases' },
    { key: 'wall', href: '/wall' },
  ],
  coordinator: [
    { key: 'queue', href: '/queue' },
    { key: 'regionCases', href: '/cases' },
    { key: 'duty', href: '/duty' },
    { key: 'wall', href: '/wall' },
  ],
  admin: [
    { key: 'facilities', href: '/facilities' },
    { key: 'people', href: '/people' },
    { key: 'ladder', href: '/duty' },
    { key: 'rules', href: '/rules' },
    { key: 'audit', href: '/audit' },
  ],
  auditor: [{ key: 'audit', href: '/audit' }],
}

/** The item that the path belongs to: the longest address that begins it. */
export function currentItem(items: readonly NavItem[], path: string): NavItem | undefined {
  return items
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0]
}
