'use client'

import { useTranslations } from 'next-intl'
import { Kbd } from '../kit/kbd'
import type { KeyHelp } from './key-list'

/** The keys that this person has on this page. */
export function useQueueKeyHelp(canClaim: boolean): KeyHelp[] {
  const t = useTranslations('queue.keys')
  return [
    { keys: ['J', 'K'], text: t('move') },
    ...(canClaim
      ? [
          { keys: ['↵'], text: t('claimAndOpen') },
          { keys: ['C'], text: t('claim') },
          { keys: ['N'], text: t('next') },
          { keys: ['B'], text: t('row') },
        ]
      : []),
    { keys: ['O'], text: t('open') },
    { keys: ['W'], text: t('why') },
    { keys: ['H'], text: t('handOver') },
    { keys: ['/'], text: t('search') },
    { keys: ['F'], text: t('filter') },
    { keys: ['?'], text: t('help') },
  ]
}

/** The bar names the keys of every minute; the rest stand in the list. */
const SHOWN = ['J', '↵', 'N', 'W', '/', '?']

/** The bar of keys at the foot of the page, where there is a keyboard. */
export function QueueKeyBar({ list, onHelp }: { readonly list: readonly KeyHelp[]; readonly onHelp: () => void }) {
  const t = useTranslations('queue.keys')
  return (
    <section
      aria-label={t('bar')}
      className="fixed inset-x-0 bottom-(--dock) z-20 flex h-[34px] items-center gap-4 border-t border-line bg-surface px-3.5 text-12 text-ink-2 max-md:hidden"
    >
      {list
        .filter(({ keys }) => SHOWN.includes(keys[0] ?? ''))
        .map(({ keys, text }) => (
          <span key={text} className="flex items-center gap-1.5 whitespace-nowrap">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
            {keys[0] === '?' ? (
              <button type="button" className="hover:text-ink hover:underline" onClick={onHelp}>
                {text}
              </button>
            ) : (
              text
            )}
          </span>
        ))}
      <span className="ml-auto max-lg:hidden">{t('order')}</span>
    </section>
  )
}
