import { useTranslations } from 'next-intl'
import type { Role } from '@/cases/values'

export type DemoAccount = { readonly email: string; readonly password: string; readonly role: Role }

/** Only where the installation made its own demo data: one press fills the form. */
export function DemoAccounts({
  accounts,
  onChoose,
}: {
  readonly accounts: readonly DemoAccount[]
  readonly onChoose: (account: DemoAccount) => void
}) {
  const t = useTranslations('signIn.demo')
  const role = useTranslations('common.role')
  return (
    <section aria-labelledby="demo-accounts" className="rounded-3 border border-line bg-surface-2">
      <div className="flex flex-wrap items-baseline gap-x-2 px-3.5 pt-2.5 pb-1.5">
        <h2 id="demo-accounts">{t('title')}</h2>
        <p className="text-ink-2">{t('password', { password: accounts[0]?.password ?? '' })}</p>
      </div>
      <ul className="divide-y divide-line border-t border-line">
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              onClick={() => onChoose(account)}
              className="flex min-h-tap w-full items-center justify-between gap-3 px-3.5 text-left hover:bg-surface-3 lg:min-h-8"
            >
              <span className="min-w-0 truncate">{account.email}</span>
              <span className="text-12 text-ink-2">{role(account.role)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
