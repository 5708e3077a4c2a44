import { useTranslations } from 'next-intl'
import type { PersonView } from '@/cases/api/admin-views'
import { dayAndTime } from '@/i18n/format'
import { Button } from '../kit/button'
import { Chip } from '../kit/chip'
import { Table, Td, Th } from '../kit/table'

const WIDE = 'max-md:hidden'
type RegionNames = ReadonlyMap<string, string>

/** On a phone the first column carries what the hidden ones say. */
export function PersonTable({
  people,
  regionNames,
  ownUserId,
  onChange,
}: {
  readonly people: readonly PersonView[]
  readonly regionNames: RegionNames
  readonly ownUserId: string
  readonly onChange: (person: PersonView) => void
}) {
  const t = useTranslations('people')
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('name')}</Th>
          <Th className={WIDE}>{t('role')}</Th>
          <Th className={WIDE}>{t('place')}</Th>
          <Th className={WIDE}>{t('lastSignIn')}</Th>
          <Th className={WIDE}>{t('status')}</Th>
          <Th>
            <span className="sr-only">{t('change')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow
            key={person.userId}
            person={person}
            regionNames={regionNames}
            isOwn={person.userId === ownUserId}
            onChange={() => onChange(person)}
          />
        ))}
      </tbody>
    </Table>
  )
}

function PersonRow({
  person,
  regionNames,
  isOwn,
  onChange,
}: {
  readonly person: PersonView
  readonly regionNames: RegionNames
  readonly isOwn: boolean
  readonly onChange: () => void
}) {
  const t = useTranslations('people')
  const role = useTranslations('common.role')
  return (
    <tr className={person.isActive ? 'hover:bg-surface-2' : 'text-ink-2 hover:bg-surface-2'}>
      <Td>
        <p className="flex flex-wrap items-center gap-2 text-14 font-medium">
          {person.name}
          {isOwn && <Chip isOutlined>{t('you')}</Chip>}
        </p>
        <p className="text-12 break-all text-ink-2">{person.email}</p>
        <div className="mt-1 grid justify-items-start gap-1 text-12 text-ink-2 md:hidden">
          <p>
            {role(person.role)} · <Place person={person} regionNames={regionNames} />
          </p>
          <Status person={person} />
        </div>
      </Td>
      <Td className={WIDE}>
        <p>{role(person.role)}</p>
        {person.title && person.title !== role(person.role) && <p className="text-12 text-ink-2">{person.title}</p>}
      </Td>
      <Td className={WIDE}>
        <Place person={person} regionNames={regionNames} />
      </Td>
      <Td className={`${WIDE} whitespace-nowrap`}>
        {person.lastSignInAt ? dayAndTime(person.lastSignInAt) : t('never')}
      </Td>
      <Td className={WIDE}>
        <Status person={person} />
      </Td>
      <Td className="text-right">
        <Button size="sm" onClick={onChange} aria-label={t('changeNamed', { name: person.name })}>
          {t('change')}
        </Button>
      </Td>
    </tr>
  )
}

function Place({ person, regionNames }: { readonly person: PersonView; readonly regionNames: RegionNames }) {
  const t = useTranslations('people')
  const regions = person.regionCodes.map((code) => regionNames.get(code) ?? code).join(', ')
  const places = [person.facilityName, regions].filter((place) => place !== null && place !== '')
  return places.length === 0 ? t('wholeCountry') : places.join(' · ')
}

function Status({ person }: { readonly person: PersonView }) {
  const t = useTranslations('people')
  if (!person.isActive) return <Chip isOutlined>{t('isInactive')}</Chip>
  if (person.hasPassword) return <Chip tone="done">{t('isActive')}</Chip>
  if (person.openLinkExpiresAt === null) return <Chip tone="urgent">{t('isWaiting')}</Chip>
  return <Chip tone="routine">{t('isInvited', { until: dayAndTime(person.openLinkExpiresAt) })}</Chip>
}
