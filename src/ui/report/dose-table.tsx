import { useTranslations } from 'next-intl'
import type { ReportContent } from '@/cases/report/content'
import type { ComputedDose } from '@/cases/report/doses'
import { amountText } from '@/cases/report/report-text'
import { classNames } from '../kit/class-names'
import { Table, Td, Th } from '../kit/table'

type Dose = ComputedDose | ReportContent['doses'][number][number]

/** Drug, dose in big figures, and how it came about: formula, inputs, cap. `isBig` is for who gives it. */
export function DoseTable({ doses, isBig = false }: { readonly doses: readonly Dose[]; readonly isBig?: boolean }) {
  const t = useTranslations('report.dose')
  if (doses.length === 0) return null
  return (
    <div className="max-w-[760px]">
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <Th>{t('drug')}</Th>
            <Th>{t('amount')}</Th>
          </tr>
        </thead>
        <tbody>
          {doses.map((dose) => (
            <tr key={dose.id} className="align-top">
              <Td className="w-[42%] align-top!">
                <b className={classNames('font-semi', isBig && 'text-16')}>{dose.drug}</b>
                <span className="block text-12 text-ink-2">{dose.route}</span>
              </Td>
              <Td className="align-top!">
                <Amount dose={dose} isBig={isBig} />
                {dose.note && <span className="block text-12 text-ink-2">{dose.note}</span>}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function Amount({ dose, isBig }: { readonly dose: Dose; readonly isBig: boolean }) {
  const t = useTranslations('report.dose')
  if (dose.status === 'missing')
    return <b className="text-emergent-ink">{t('missing', { list: dose.missing.map((one) => t(one)).join(', ') })}</b>
  if (dose.status === 'out_of_range')
    return <b className="text-emergent-ink">{t('outOfRange', { input: t(dose.input), value: dose.value })}</b>
  if (dose.status === 'not_given') return <b className="font-semi">{t(dose.why)}</b>
  const [first, ...more] = dose.amounts
  return (
    <>
      <span
        className={classNames(
          'font-bold whitespace-nowrap',
          isBig ? 'text-28 leading-tight max-md:text-20' : 'text-20',
        )}
      >
        {first && amountText(first)}
        {dose.per !== null && <span className="text-14 font-medium"> {t('per', { per: dose.per })}</span>}
      </span>
      {more.length > 0 && (
        <span className={classNames('block font-medium', isBig && 'text-16')}>
          {more.map((one) => `= ${amountText(one)}`).join(' ')}
        </span>
      )}
      {dose.formula !== null && (
        <span className="block text-12 text-ink-2">
          {dose.formula}
          {dose.cap && `, ${t(dose.isCapped ? 'capped' : 'cap', { cap: amountText(dose.cap) })}`}
        </span>
      )}
      {dose.isKidneyUnknown && <span className="block text-12 text-ink-2">{t('kidneyUnknown')}</span>}
    </>
  )
}
