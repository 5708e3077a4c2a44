/**
 * Frontal axis of a wave from its net in I and aVF.
 *
 * aVF is the potential of one electrode against the mean of the other two and therefore √3/2 as
 * long as the projection that a bipolar lead shows; the factor 2/√3 undoes that (clinical.md A4).
 */
import type { MeasuredLeads } from './measure-leads'

const AVF_TO_BIPOLAR = 2 / Math.sqrt(3)

/** Shorter vectors have no direction: AHA 123 for QRS, ours for the smaller waves. */
const LEAST_QRS_UV = 150
const LEAST_P_UV = 30
const LEAST_T_UV = 50

/** −180 exclusive … 180 inclusive; null where the vector is shorter than `leastLength`, in the unit of the nets. */
export function frontalAxisDeg(netI: number, netAvf: number, leastLength: number): number | null {
  const y = netAvf * AVF_TO_BIPOLAR
  if (!(Math.hypot(netI, y) >= leastLength)) return null
  const axisDeg = (Math.atan2(y, netI) * 180) / Math.PI
  return axisDeg === -180 ? 180 : axisDeg
}

/** Direction by the signed area, length by the net height: R − Q − S. */
export function qrsAxisDeg(leads: MeasuredLeads): number | null {
  const netOf = (lead: 'I' | 'aVF') => {
    const { rUv = null, qUv = null, sUv = null } = leads[lead] ?? {}
    return rUv === null || qUv === null || sUv === null ? null : rUv - qUv - sUv
  }
  return axisOf(leads, 'qrsNetAreaUvMs', netOf, LEAST_QRS_UV)
}

export function pAxisDeg(leads: MeasuredLeads): number | null {
  return axisOf(leads, 'pNetAreaUvMs', (lead) => sumOf(leads[lead]?.pMaxUv, leads[lead]?.pMinUv), LEAST_P_UV)
}

export function tAxisDeg(leads: MeasuredLeads): number | null {
  return axisOf(leads, 'tAreaUvMs', (lead) => sumOf(leads[lead]?.tMaxUv, leads[lead]?.tMinUv), LEAST_T_UV)
}

function axisOf(
  leads: MeasuredLeads,
  area: 'pNetAreaUvMs' | 'qrsNetAreaUvMs' | 'tAreaUvMs',
  netOf: (lead: 'I' | 'aVF') => number | null,
  leastUv: number,
): number | null {
  const { I: leadI, aVF: leadAvf } = leads
  if (!leadI?.isUsable || !leadAvf?.isUsable) return null
  const netI = netOf('I')
  const netAvf = netOf('aVF')
  const areaI = leadI[area]
  const areaAvf = leadAvf[area]
  if (netI === null || netAvf === null || areaI === null || areaAvf === null) return null
  return frontalAxisDeg(netI, netAvf, leastUv) === null ? null : frontalAxisDeg(areaI, areaAvf, Number.MIN_VALUE)
}

const sumOf = (maxUv: number | null | undefined, minUv: number | null | undefined): number | null =>
  typeof maxUv === 'number' && typeof minUv === 'number' ? maxUv + minUv : null
