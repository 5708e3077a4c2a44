import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BrandMark } from '../shell/brand'
import { PaperStrip } from './paper-strip'

/** The pages before one is signed in: what Yurak is on the left, what to do on the right. */
export function DoorFrame({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('signIn')
  const common = useTranslations('common')
  return (
    <div className="grid min-h-dvh grid-rows-[132px_1fr] lg:grid-cols-[minmax(0,1fr)_520px] lg:grid-rows-1">
      <header className="relative flex flex-col justify-between overflow-hidden border-b border-paper-edge bg-paper px-5 py-4 lg:border-r lg:border-b-0 lg:px-10 lg:py-8">
        <PaperStrip className="absolute bottom-[-112px] left-0 [mask-image:linear-gradient(transparent,#000_46%)] [-webkit-mask-image:linear-gradient(transparent,#000_46%)] lg:bottom-0" />
        <p className="relative flex items-center gap-2 text-[22px] font-bold tracking-[-.02em]">
          <BrandMark size={30} />
          {common('app')}
        </p>
        <div className="relative my-auto hidden max-w-[640px] pb-[300px] lg:block">
          <p className="text-40 leading-[1.12] font-semi tracking-[-.025em] text-balance">{t('claim')}</p>
          <p className="mt-2 max-w-[52ch] text-16 text-ink-2">{t('claimText')}</p>
        </div>
        <span className="relative hidden self-start bg-paper text-12 text-ink-2 lg:block">{t('stripNote')}</span>
      </header>
      <main className="flex flex-col bg-surface px-5 py-5 lg:px-[72px] lg:py-7">{children}</main>
    </div>
  )
}
