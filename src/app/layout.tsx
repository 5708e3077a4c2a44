import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { CSSProperties, ReactNode } from 'react'
import { parseScreen, SCREEN_COOKIE } from '@/ui/ecg/screen-scale'
import { DoorTexts } from '@/ui/texts/door-texts'

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
  const jar = await cookies()
  const choice = jar.get('theme')?.value
  const screen = parseScreen(jar.get(SCREEN_COOKIE)?.value)
  const theme = choice === 'light' || choice === 'dark' ? choice : 'system'
  return (
    <html
      lang={await getLocale()}
      data-theme={theme === 'dark' ? 'dark' : 'light'}
      data-theme-choice={theme}
      // A paper millimetre as this browser's screen was measured.
      style={screen ? ({ '--mm': `${screen.pxPerMm}px` } as CSSProperties) : undefined}
      suppressHydrationWarning
    >
      <head>
        <script src="/theme.js" />
      </head>
      <body>
        <DoorTexts>{children}</DoorTexts>
      </body>
    </html>
  )
}
