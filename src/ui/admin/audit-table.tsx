import { useTranslations } from 'next-intl'
import type { AuditItem } from '@/cases/api/admin-views'
import { codeText } from '@/i18n/code-text'
import { dayOf, timeWithSeconds } from '@/i18n/format'
import { Table, Td, Th } from '../kit/table'

const WIDE = 'max-md:hidden'

export function AuditTable({ items }: { readonly items: readonly AuditItem[] }) {
  const t = useTranslations('audit')
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('when')}</Th>
          <Th className={WIDE}>{t('who')}</Th>
          <Th>{t('what')}</Th>
          <Th className={WIDE}>{t('where')}</Th>
          <Th className={WIDE}>{t('detail')}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <AuditRow key={item.id} item={item} />
        ))}
      </tbody>
    </Table>
  )
}

function AuditRow({ item }: { readonly item: AuditItem }) {
  const t = useTranslations('audit')
  const place = item.facilityName ?? ''
  return (
    <tr className="align-top hover:bg-surface-2">
      <Td className="align-top whitespace-nowrap">
        <time dateTime={item.at}>
          {timeWithSeconds(item.at)}
          <span className="block text-12 text-ink-2">{dayOf(item.at)}</span>
        </time>
      </Td>
      <Td className={`${WIDE} align-top`}>
        <Actor item={item} />
      </Td>
      <Td className="align-top">
        <p className="font-medium">{codeText(t, `actions.${item.action}`, item.action)}</p>
        <p className="text-12 break-all text-ink-2">{t('entity', { type: item.entityType, id: item.entityId })}</p>
        <div className="mt-1 text-12 text-ink-2 md:hidden">
          <Actor item={item} />
          {place !== '' && <p>{place}</p>}
          <Detail detail={item.detail} />
        </div>
      </Td>
      <Td className={`${WIDE} align-top`}>{place}</Td>
      <Td className={`${WIDE} max-w-[360px] align-top text-12 text-ink-2`}>
        <Detail detail={item.detail} />
      </Td>
    </tr>
  )
}

function Actor({ item }: { readonly item: AuditItem }) {
  const t = useTranslations('audit')
  const role = useTranslations('common.role')
  if (item.actorRole === null) return <p>{t('system')}</p>
  return (
    <p>
      {item.actorName ?? t('unknownPerson')} <span className="text-12 text-ink-2">{role(item.actorRole)}</span>
    </p>
  )
}

/** Ids and codes, as the trail keeps them. */
function Detail({ detail }: { readonly detail: AuditItem['detail'] }) {
  const entries = Object.entries(detail).toSorted(([a], [b]) => a.localeCompare(b))
  if (entries.length === 0) return null
  return (
    <p className="break-words">
      {entries
        .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(' · ')}
    </p>
  )
}
