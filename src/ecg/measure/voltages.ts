/**
 * Voltage sums for hypertrophy (clinical.md A4): Sokolow-Lyon 1949, Cornell (Casale 1987), Cornell
 * product (Molloy 1992, with 0.6 mV more in women), Peguero-Lo Presti 2017.
 *
 * Null where a lead of the sum is missing or not usable: half a sum is not a smaller heart. Where
 * the sex is not known, nothing is added to the product.
 */
import { type LeadName, type Sex, STANDARD_LEADS } from '../types'
import type { MeasuredLeads } from './measure-leads'
import type { Measurements } from './types'

type Voltages = Pick<Measurements, 'sokolowLyonUv' | 'cornellUv' | 'cornellProductUvMs' | 'peguero'>

const CORNELL_PRODUCT_WOMEN_UV = 600

export function measureVoltages(leads: MeasuredLeads, qrsMs: number | null, sex: Sex | null): Voltages {
  const rOf = (lead: LeadName) => usable(leads, lead)?.rUv ?? null
  const sOf = (lead: LeadName) => usable(leads, lead)?.sUv ?? null
  const cornellUv = sumOf(rOf('aVL'), sOf('V3'))
  const forWomenUv = sex === 'female' ? CORNELL_PRODUCT_WOMEN_UV : 0
  return {
    sokolowLyonUv: sumOf(sOf('V1'), higherOf(rOf('V5'), rOf('V6'))),
    cornellUv,
    cornellProductUvMs: cornellUv === null || qrsMs === null ? null : (cornellUv + forWomenUv) * qrsMs,
    peguero: sumOf(sOf('V4'), Math.max(0, ...STANDARD_LEADS.map((lead) => sOf(lead) ?? 0))),
  }
}

function usable(leads: MeasuredLeads, lead: LeadName) {
  const measured = leads[lead]
  return measured?.isUsable ? measured : null
}

const sumOf = (one: number | null, other: number | null) => (one === null || other === null ? null : one + other)
const higherOf = (one: number | null, other: number | null) =>
  one === null || other === null ? null : Math.max(one, other)
