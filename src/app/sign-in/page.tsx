import type { Metadata, Route } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isServedSafely } from '@/server/auth/safe-host'
import { contextOfCookie } from '@/server/auth/session'
import { listDemoAccounts } from '@/server/users/demo-accounts'
import { DoorFrame } from '@/ui/account/door-frame'
import { safePath } from '@/ui/account/safe-path'
import { SignInForm } from '@/ui/account/sign-in-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title') }
}

type Props = { readonly searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const next = safePath((await searchParams).next)
  // safePath answers only with paths of this site.
  if (await contextOfCookie()) redirect(next as Route)
  const isSafe = isServedSafely((await headers()).get('host'))
  return (
    <DoorFrame>
      <SignInForm next={next} isSafe={isSafe} demo={listDemoAccounts()} />
    </DoorFrame>
  )
}
