import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return {
    title: { default: t('app'), template: `%s · ${t('app')}` },
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#10161a' },
  ],
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const choice = (await cookies()).get('theme')?.value
  const theme = choice === 'light' || choice === 'dark' ? choice : 'system'
  return (
    <html
      lang={await getLocale()}
      data-theme={theme === 'dark' ? 'dark' : 'light'}
      data-theme-choice={theme}
      suppressHydrationWarning
    >
      <head>
        <script src="/theme.js" />
      </head>
      <body>
        <NextIntlClientProvider>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
