'use client'
import { usePathname, useSearchParams } from 'next/navigation'

/** The sign-in page that leads back to exactly this page, its draft or filter included. */
export function useSignInHref(): string {
  const path = usePathname()
  const search = useSearchParams()
  return `/sign-in?next=${encodeURIComponent(search.size === 0 ? path : `${path}?${search}`)}`
}
