'use client'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { TIME_ZONE } from '@/i18n/format'
import account from '@/i18n/messages/en/account.json'
import common from '@/i18n/messages/en/common.json'
import failure from '@/i18n/messages/en/failure.json'
import signIn from '@/i18n/messages/en/signIn.json'

/** The few texts that a person needs who is not signed in, and those of a page that failed. */
export function DoorTexts({ children }: { readonly children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="en" messages={{ account, common, failure, signIn }} timeZone={TIME_ZONE}>
      {children}
    </NextIntlClientProvider>
  )
}
