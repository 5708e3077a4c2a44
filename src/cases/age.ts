/** Age in whole years at an instant: from the birth date (UTC midnight), else the estimate; null when neither is known. */
export function ageYearsAt(birthDate: Date | null, estimatedYears: number | null, at: Date): number | null {
  if (!birthDate) return estimatedYears
  const years = at.getUTCFullYear() - birthDate.getUTCFullYear()
  const isBeforeBirthday =
    at.getUTCMonth() < birthDate.getUTCMonth() ||
    (at.getUTCMonth() === birthDate.getUTCMonth() && at.getUTCDate() < birthDate.getUTCDate())
  return Math.max(0, isBeforeBirthday ? years - 1 : years)
}
