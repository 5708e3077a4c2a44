'use client'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { TIME_ZONE } from '@/i18n/format'
import { en } from '@/i18n/messages/en'

/**
 * The texts of every page behind the door, as a script that the browser keeps: handed down by the server they would
 * travel with each page again, and cost it the time to write them.
 */
export function AppTexts({ children }: { readonly children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="en" messages={en} timeZone={TIME_ZONE}>
      {children}
    </NextIntlClientProvider>
  )
}
